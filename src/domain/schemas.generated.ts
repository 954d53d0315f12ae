// Generated from schemas/ by src/tools/generate.ts. Do not edit.

/**
 * The JSON Schema of every document, by its name (`purchase-order`), complete in itself: no `$ref`, no `$schema`.
 * A decimal is `{ "type": "string", "format": "decimal" }`, where null is allowed too `"type": ["string", "null"]`.
 */
export const DOCUMENT_SCHEMAS: Record<string, object> = {
  "acknowledgement": {
    "description": "The answer to a dropped file: one per file. Later news are results and alerts.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "file",
      "processedAt",
      "outcome",
      "documents",
      "counts",
      "findings"
    ],
    "properties": {
      "document": {
        "const": "acknowledgement"
      },
      "deliveryId": {
        "type": "string",
        "description": "The delivery id of this acknowledgement."
      },
      "file": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id",
          "name",
          "channel",
          "sha256",
          "bytes",
          "receivedAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string",
            "description": "The full original name."
          },
          "channel": {
            "type": "string"
          },
          "sha256": {
            "type": "string"
          },
          "bytes": {
            "type": "integer",
            "minimum": 0
          },
          "receivedAt": {
            "description": "An instant, RFC 3339 with offset.",
            "type": "string",
            "format": "date-time"
          },
          "replayOf": {
            "type": "string"
          }
        }
      },
      "processedAt": {
        "description": "An instant, RFC 3339 with offset.",
        "type": "string",
        "format": "date-time"
      },
      "outcome": {
        "enum": [
          "accepted",
          "held",
          "rejected",
          "duplicate",
          "partly-accepted"
        ],
        "description": "`held`: taken in, waiting for a person or another document."
      },
      "documents": {
        "type": "array",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "document",
            "key",
            "outcome",
            "reasons"
          ],
          "properties": {
            "document": {
              "type": "string"
            },
            "key": {
              "type": "string"
            },
            "outcome": {
              "type": "string"
            },
            "status": {
              "type": "string"
            },
            "reasons": {
              "type": "array",
              "items": {
                "description": "Why a decision is what it is, as data: the sentence is made from it in each language.",
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "code"
                ],
                "properties": {
                  "code": {
                    "type": "string",
                    "description": "From the closed list of reasons."
                  },
                  "at": {
                    "type": "string",
                    "description": "What it speaks of: an order line `1001/1`, an invoice line `line:1`, an order `order:1001`, or a field."
                  },
                  "expected": {
                    "type": "string"
                  },
                  "actual": {
                    "type": "string"
                  },
                  "allowed": {
                    "type": "string"
                  },
                  "days": {
                    "type": "string",
                    "description": "Days between two dates, as text: negative where the actual one is earlier than the expected one."
                  },
                  "setting": {
                    "type": "string",
                    "description": "File and key of the setting that caused the limit."
                  }
                }
              }
            }
          }
        }
      },
      "counts": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "documents",
          "accepted",
          "held",
          "rejected",
          "duplicate"
        ],
        "properties": {
          "documents": {
            "type": "integer",
            "minimum": 0
          },
          "accepted": {
            "type": "integer",
            "minimum": 0
          },
          "held": {
            "type": "integer",
            "minimum": 0
          },
          "rejected": {
            "type": "integer",
            "minimum": 0
          },
          "duplicate": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "findings": {
        "type": "array",
        "items": {
          "description": "Something that was found while reading.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "code",
            "severity",
            "message"
          ],
          "properties": {
            "code": {
              "type": "string",
              "description": "From the closed list of faults."
            },
            "severity": {
              "enum": [
                "error",
                "warning",
                "note"
              ]
            },
            "message": {
              "type": "string"
            },
            "hint": {
              "type": "string",
              "description": "What to do."
            },
            "at": {
              "description": "Where something was found.",
              "type": "object",
              "additionalProperties": false,
              "required": [],
              "properties": {
                "file": {
                  "type": "string"
                },
                "line": {
                  "type": "integer",
                  "minimum": 1
                },
                "column": {
                  "type": "integer",
                  "minimum": 1
                },
                "path": {
                  "type": "string",
                  "description": "Path inside the document."
                }
              }
            }
          }
        }
      },
      "firstAcknowledgement": {
        "description": "For a duplicate: the answer that was given the first time."
      }
    }
  },
  "command": {
    "description": "An operator's action as a file, taken in from inbox/commands only, where that channel is switched on. The same commandId is done once; a refused one may be sent again.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "commandId",
      "action",
      "key",
      "reason",
      "user"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a command.",
        "const": "command"
      },
      "commandId": {
        "description": "The sender's own number for this command: by it a repetition is recognised.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "action": {
        "description": "What is to be done: Ordrematch processing, Oppdater fakturaverdier, Oppdater verdier og motta faktura, Avvis faktura, the link of an invoice line, or its removal; an output sent again; an output or a file marked as dealt with.",
        "enum": [
          "invoice-match",
          "invoice-update",
          "invoice-receive",
          "invoice-reject",
          "invoice-link",
          "invoice-unlink",
          "delivery-resend",
          "delivery-handle",
          "file-handle"
        ]
      },
      "key": {
        "description": "The documentId of the invoice, or supplierNo/invoiceNo while that is the only one; of a delivery or a file its id.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "lines": {
        "description": "Of update and receive: order lines as ORDERNO/LINENO, left out for all. Of link and unlink: the number of the invoice line.",
        "type": "array",
        "maxItems": 10000,
        "items": {
          "description": "A number or code that names something: text, because leading zeros count.",
          "type": "string",
          "minLength": 1,
          "maxLength": 255,
          "pattern": "\\S"
        }
      },
      "order": {
        "description": "Of link: the order line as ORDERNO/LINENO.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "\\S"
      },
      "product": {
        "description": "Of link: our product number, whose order line is then found.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "\\S"
      },
      "acceptDuplicate": {
        "description": "Of update and receive: another document of this supplier has the same number, and both are owed. Without it such an invoice is refused with DUPLICATE.",
        "type": "boolean"
      },
      "reason": {
        "description": "Why it is done; it is kept in the history.",
        "type": "string",
        "minLength": 1,
        "maxLength": 1000,
        "pattern": "\\S"
      },
      "user": {
        "description": "Who does it; the history shows it as commands:<user>.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      }
    }
  },
  "customer": {
    "description": "A customer as Visma knows it.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "customerNo",
      "name"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a customer.",
        "const": "customer"
      },
      "customerNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "name": {
        "type": "string"
      },
      "prepayment": {
        "description": "Orders of this customer are paid before they are delivered.",
        "type": "boolean",
        "default": false
      },
      "paymentTerms": {
        "description": "ePack's code.",
        "type": "string"
      }
    }
  },
  "delivery-alternative": {
    "description": "What a supplier calls a product of ours, and how the supplier packs it.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "supplierNo",
      "productNo"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a delivery alternative.",
        "const": "delivery-alternative"
      },
      "supplierNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "productNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "supplierProductNo": {
        "description": "The number that stands on the supplier's invoices; compared exactly, leading zeros kept.",
        "type": "string"
      },
      "supplierDescription": {
        "description": "On the freight product: the words that make a charge freight, separated by comma, semicolon or bar.",
        "type": "string"
      },
      "packQuantity": {
        "description": "How many of the product's unit are in one pack unit; more than zero.",
        "type": "string",
        "format": "decimal",
        "pattern": "^(?=.*[1-9])\\d+(\\.\\d*)?$"
      },
      "packUnit": {
        "description": "UN/ECE Recommendation 20 or 21 code of the pack.",
        "type": "string"
      }
    }
  },
  "epack-invoiced": {
    "description": "An order was invoiced in Visma: its history, the deletion of the order and what is outstanding, as one file, so that ePack does all of it or nothing.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "entity",
      "orderNo",
      "deleteOrder",
      "history"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a ePack invoiced.",
        "const": "epack-invoiced"
      },
      "deliveryId": {
        "description": "The delivery id that also stands in the file name.",
        "type": "string"
      },
      "entity": {
        "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "orderNo": {
        "description": "ePack's number of the order.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "deleteOrder": {
        "description": "The order is deleted in ePack once its history is written.",
        "const": true
      },
      "history": {
        "description": "What ePack keeps of it and shows on the file of the customer; amounts and dates as far as Visma told them.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "entity",
          "orderNo",
          "customerNo",
          "invoiceNo",
          "currency",
          "lines"
        ],
        "properties": {
          "entity": {
            "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
            "type": "string",
            "minLength": 1,
            "maxLength": 255,
            "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
          },
          "orderNo": {
            "description": "ePack's number of the order.",
            "type": "string",
            "minLength": 1,
            "maxLength": 255,
            "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
          },
          "customerNo": {
            "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
            "type": "string",
            "minLength": 1,
            "maxLength": 255,
            "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
          },
          "invoiceNo": {
            "type": "string",
            "minLength": 1
          },
          "invoiceDate": {
            "description": "A plain date: \"2026-11-21\".",
            "type": "string",
            "format": "date"
          },
          "dueDate": {
            "description": "A plain date: \"2026-11-21\".",
            "type": "string",
            "format": "date"
          },
          "net": {
            "description": "Of the invoice, without VAT.",
            "type": "string",
            "format": "decimal"
          },
          "vat": {
            "description": "A decimal as text, exactly as it was written: \"100.00\".",
            "type": "string",
            "format": "decimal"
          },
          "gross": {
            "description": "A decimal as text, exactly as it was written: \"100.00\".",
            "type": "string",
            "format": "decimal"
          },
          "outstanding": {
            "description": "What the client still owes of it.",
            "type": "string",
            "format": "decimal"
          },
          "currency": {
            "description": "ISO 4217 code of a currency.",
            "type": "string",
            "pattern": "^[A-Z]{3}$"
          },
          "lines": {
            "description": "The lines as they were sent to Visma.",
            "type": "array",
            "maxItems": 100000,
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "lineNo",
                "productNo",
                "quantity",
                "unitPrice"
              ],
              "properties": {
                "lineNo": {
                  "type": "integer",
                  "minimum": 0
                },
                "productNo": {
                  "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 255,
                  "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
                },
                "description": {
                  "type": "string"
                },
                "quantity": {
                  "description": "In the line's unit; zero on a line of which nothing was delivered.",
                  "type": "string",
                  "format": "decimal"
                },
                "unit": {
                  "description": "UN/ECE Recommendation 20 code; left out: the product's.",
                  "type": "string",
                  "minLength": 1
                },
                "unitPrice": {
                  "description": "Price of one unit, before the discount.",
                  "type": "string",
                  "format": "decimal"
                },
                "discountPercent": {
                  "description": "A decimal as text, exactly as it was written: \"100.00\".",
                  "type": "string",
                  "format": "decimal",
                  "default": "0"
                }
              }
            }
          }
        }
      }
    }
  },
  "epack-status": {
    "description": "Where a sales order stands: sent to ePack with every change.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "entity",
      "orderNo",
      "attempt",
      "invoicingStatus",
      "shipmentStatus",
      "at"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a ePack status.",
        "const": "epack-status"
      },
      "deliveryId": {
        "description": "The delivery id that also stands in the file name.",
        "type": "string"
      },
      "entity": {
        "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "orderNo": {
        "description": "ePack's number of the order.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "attempt": {
        "description": "The last export; 0 before the first.",
        "type": "integer",
        "minimum": 0
      },
      "invoicingStatus": {
        "description": "Of the invoicing order; null once it is deleted, cancelled or invoiced.",
        "enum": [
          "forwarding",
          "forwarding-failed",
          "forwarded",
          "invoice-created",
          "invoice-error",
          null
        ]
      },
      "shipmentStatus": {
        "description": "As the dispatch screen shows it.",
        "enum": [
          "open",
          "in-invoicing",
          "to-be-corrected",
          "no-invoice",
          "invoiced"
        ]
      },
      "code": {
        "description": "Visma's code that led to it: 200, 201, 202, 500.",
        "type": "integer"
      },
      "errorText": {
        "description": "Of an invoice error: what caused it, in words.",
        "type": "string"
      },
      "cause": {
        "description": "The same as a code.",
        "type": "string"
      },
      "vismaOrderNo": {
        "type": "string"
      },
      "vismaShipmentNo": {
        "type": "string"
      },
      "invoiceNo": {
        "type": "string"
      },
      "at": {
        "description": "When it came to this.",
        "type": "string",
        "format": "date-time"
      }
    }
  },
  "invoice-response": {
    "description": "The answer to a supplier about one invoice or credit note: a Peppol Invoice Response. It leaves as a UBL ApplicationResponse, and only where it is switched on.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "documentId",
      "supplierNo",
      "revision",
      "responseCode",
      "effectiveDate",
      "issueDate",
      "issueTime",
      "language",
      "sender",
      "receiver",
      "clarifications",
      "invoice"
    ],
    "properties": {
      "document": {
        "const": "invoice-response"
      },
      "deliveryId": {
        "type": "string",
        "description": "The delivery id that also stands in the file name, and as the number of the message (cbc:ID)."
      },
      "documentId": {
        "type": "string",
        "description": "Key of the supplier invoice."
      },
      "supplierNo": {
        "type": "string"
      },
      "revision": {
        "type": "integer",
        "minimum": 1,
        "description": "Of the decision that is told."
      },
      "responseCode": {
        "enum": [
          "AB",
          "IP",
          "UQ",
          "CA",
          "RE",
          "AP",
          "PD"
        ],
        "description": "Acknowledged, in process, under query, conditionally accepted, rejected, accepted, paid (UNCL4343, Peppol's part)."
      },
      "effectiveDate": {
        "description": "Day of the decision.",
        "type": "string",
        "format": "date"
      },
      "issueDate": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      },
      "issueTime": {
        "type": "string",
        "description": "Time of day with its offset."
      },
      "language": {
        "enum": [
          "en",
          "nb",
          "nl"
        ],
        "description": "Of the sentences."
      },
      "sender": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "endpoint",
          "name"
        ],
        "properties": {
          "endpoint": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "scheme",
              "id"
            ],
            "properties": {
              "scheme": {
                "type": "string",
                "description": "Peppol's code of the address scheme (EAS)."
              },
              "id": {
                "type": "string"
              }
            }
          },
          "name": {
            "type": "string"
          }
        },
        "description": "The buyer: the address that the invoice was sent to."
      },
      "receiver": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "endpoint",
          "name"
        ],
        "properties": {
          "endpoint": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "scheme",
              "id"
            ],
            "properties": {
              "scheme": {
                "type": "string",
                "description": "Peppol's code of the address scheme (EAS)."
              },
              "id": {
                "type": "string"
              }
            }
          },
          "name": {
            "type": "string"
          }
        },
        "description": "The supplier."
      },
      "clarifications": {
        "type": "array",
        "description": "Why, and what the supplier is asked for.",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "list",
            "code",
            "conditions"
          ],
          "properties": {
            "list": {
              "enum": [
                "OPStatusReason",
                "OPStatusAction"
              ],
              "description": "Peppol's list of reasons, or of actions that the supplier is asked for."
            },
            "code": {
              "type": "string",
              "enum": [
                "NON",
                "REF",
                "LEG",
                "REC",
                "QUA",
                "DEL",
                "PRI",
                "QTY",
                "ITM",
                "PAY",
                "UNR",
                "FIN",
                "PPD",
                "OTH",
                "NOA",
                "PIN",
                "NIN",
                "CNF",
                "CNP",
                "CNA"
              ]
            },
            "reason": {
              "description": "What the sentence says: never a limit, a setting or a number of our own.",
              "type": "object",
              "additionalProperties": false,
              "required": [
                "code"
              ],
              "properties": {
                "code": {
                  "type": "string",
                  "description": "From the closed list of reasons."
                },
                "at": {
                  "type": "string",
                  "description": "What it speaks of: an order line `1001/1`, an invoice line `line:1`, an order `order:1001`, or a field."
                },
                "expected": {
                  "type": "string"
                },
                "actual": {
                  "type": "string"
                },
                "allowed": {
                  "type": "string"
                },
                "days": {
                  "type": "string",
                  "description": "Days between two dates, as text: negative where the actual one is earlier than the expected one."
                },
                "setting": {
                  "type": "string",
                  "description": "File and key of the setting that caused the limit."
                }
              }
            },
            "conditions": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "attribute"
                ],
                "properties": {
                  "attribute": {
                    "type": "string",
                    "description": "Business term of EN 16931."
                  },
                  "value": {
                    "type": "string",
                    "description": "What it should be."
                  }
                }
              }
            }
          }
        }
      },
      "invoice": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "invoiceNo",
          "typeCode"
        ],
        "description": "The document that is answered.",
        "properties": {
          "invoiceNo": {
            "type": "string"
          },
          "issueDate": {
            "description": "A plain date: \"2026-11-21\".",
            "type": "string",
            "format": "date"
          },
          "typeCode": {
            "type": "string",
            "description": "UNCL1001: 380 invoice, 381 credit note."
          }
        }
      }
    }
  },
  "learned-link": {
    "description": "What an operator taught by linking an invoice line: this item of this supplier is that product of ours. Kept by Ordrebro, never taken in and never sent.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "supplierNo",
      "by",
      "alias",
      "written",
      "productNo",
      "number",
      "status",
      "learnedBy",
      "learnedAt",
      "learnedFrom",
      "confirmedTimes",
      "confirmations"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a learned link.",
        "const": "learned-link"
      },
      "supplierNo": {
        "description": "A learned link counts for this supplier only.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "by": {
        "description": "The first of these that an invoice line states: the supplier's item number, the standard item number, our own item number; a line that states none is known by its name and unit.",
        "enum": [
          "sellers-item-id",
          "standard-item-id",
          "buyers-item-id",
          "name"
        ]
      },
      "alias": {
        "description": "The item number or the name as it is compared: without regard to case, width and surrounding spaces.",
        "type": "string",
        "minLength": 1
      },
      "written": {
        "description": "The item number or the name as it stood on the invoice that it was learned from.",
        "type": "string"
      },
      "unit": {
        "description": "Where the item is known by its name: the unit that the name was stated with. The same name in another unit is another item.",
        "type": "string"
      },
      "productNo": {
        "description": "The product that the operator chose.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "number": {
        "description": "Counts how often this alias was taught this product: one that is revoked and taught again is a new one.",
        "type": "integer",
        "minimum": 1
      },
      "status": {
        "description": "Unconfirmed until a person has received or confirmed a document that used it.",
        "enum": [
          "unconfirmed",
          "confirmed",
          "revoked"
        ]
      },
      "learnedBy": {
        "description": "Who made the link.",
        "type": "string"
      },
      "learnedAt": {
        "description": "An instant, RFC 3339 with offset.",
        "type": "string",
        "format": "date-time"
      },
      "learnedFrom": {
        "description": "Key of the supplier invoice on which the link was made.",
        "type": "string"
      },
      "confirmedTimes": {
        "description": "How many documents that used it a person has received or confirmed.",
        "type": "integer",
        "minimum": 0
      },
      "confirmations": {
        "description": "The latest hundred of them, oldest first.",
        "type": "array",
        "maxItems": 100,
        "items": {
          "description": "A person's yes to a learned link.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "by",
            "at"
          ],
          "properties": {
            "documentId": {
              "description": "The supplier invoice that used it; left out where the link itself was confirmed.",
              "type": "string"
            },
            "by": {
              "type": "string"
            },
            "at": {
              "description": "An instant, RFC 3339 with offset.",
              "type": "string",
              "format": "date-time"
            }
          }
        }
      },
      "revoked": {
        "description": "Who took it back, when and why; a revoked link finds nothing any more.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "by",
          "at",
          "reason"
        ],
        "properties": {
          "by": {
            "type": "string"
          },
          "at": {
            "description": "An instant, RFC 3339 with offset.",
            "type": "string",
            "format": "date-time"
          },
          "reason": {
            "type": "string"
          }
        }
      }
    }
  },
  "order-match-result": {
    "description": "What order match decided about a supplier invoice, with every figure. Figures of a credit note are positive; a negative line of an invoice keeps its sign.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "supplierInvoice",
      "documentId",
      "vismaId",
      "accountingDocumentNo",
      "revision",
      "purchaseOrderNo",
      "status",
      "reasons",
      "orders",
      "createdLines",
      "links",
      "proposals",
      "preregistration",
      "receipt"
    ],
    "properties": {
      "document": {
        "const": "order-match-result"
      },
      "deliveryId": {
        "type": "string",
        "description": "The delivery id that also stands in the file name."
      },
      "supplierInvoice": {
        "type": "object",
        "description": "The head of the supplier invoice, with the supplier number it was found under.",
        "required": [
          "supplierNo"
        ],
        "properties": {
          "supplierNo": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "documentId": {
        "type": "string"
      },
      "vismaId": {
        "type": [
          "string",
          "null"
        ]
      },
      "accountingDocumentNo": {
        "type": "integer"
      },
      "revision": {
        "type": "integer",
        "minimum": 1
      },
      "purchaseOrderNo": {
        "type": [
          "string",
          "null"
        ]
      },
      "status": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "code",
          "name"
        ],
        "properties": {
          "code": {
            "type": "integer",
            "minimum": 1,
            "maximum": 11
          },
          "name": {
            "type": "string"
          }
        }
      },
      "reasons": {
        "type": "array",
        "items": {
          "description": "Why a decision is what it is, as data: the sentence is made from it in each language.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "code"
          ],
          "properties": {
            "code": {
              "type": "string",
              "description": "From the closed list of reasons."
            },
            "at": {
              "type": "string",
              "description": "What it speaks of: an order line `1001/1`, an invoice line `line:1`, an order `order:1001`, or a field."
            },
            "expected": {
              "type": "string"
            },
            "actual": {
              "type": "string"
            },
            "allowed": {
              "type": "string"
            },
            "days": {
              "type": "string",
              "description": "Days between two dates, as text: negative where the actual one is earlier than the expected one."
            },
            "setting": {
              "type": "string",
              "description": "File and key of the setting that caused the limit."
            }
          }
        }
      },
      "appliedTolerance": {
        "type": "object",
        "additionalProperties": false,
        "description": "The limits that deviations were judged by; absent where nothing was compared.",
        "required": [
          "percent",
          "amount",
          "combination",
          "direction"
        ],
        "properties": {
          "percent": {
            "type": [
              "object",
              "null"
            ],
            "additionalProperties": false,
            "required": [
              "value",
              "setting"
            ],
            "properties": {
              "value": {
                "description": "A per cent of the invoice amount, or an amount.",
                "type": "string",
                "format": "decimal"
              },
              "setting": {
                "type": "string",
                "description": "Where it is set: \"mappings/site.yaml company.tolerancePercent\", \"supplier 50001 toleranceAmount\"."
              }
            },
            "description": "Null where no per cent limits."
          },
          "amount": {
            "type": [
              "object",
              "null"
            ],
            "additionalProperties": false,
            "required": [
              "value",
              "setting"
            ],
            "properties": {
              "value": {
                "description": "A per cent of the invoice amount, or an amount.",
                "type": "string",
                "format": "decimal"
              },
              "setting": {
                "type": "string",
                "description": "Where it is set: \"mappings/site.yaml company.tolerancePercent\", \"supplier 50001 toleranceAmount\"."
              }
            },
            "description": "Null where no amount limits."
          },
          "combination": {
            "description": "Of two limits: both must hold, or either is enough.",
            "enum": [
              "both",
              "either"
            ]
          },
          "direction": {
            "description": "Which deviations count: both ways, or only those to the buyer's disadvantage.",
            "enum": [
              "both",
              "over"
            ]
          },
          "exactBecause": {
            "type": "string",
            "description": "The setting by which only exact agreement is inside; where there is no limit."
          }
        }
      },
      "invoiceResponse": {
        "type": "object",
        "additionalProperties": false,
        "description": "What the supplier was told last; absent where nothing was.",
        "required": [
          "responseCode",
          "revision"
        ],
        "properties": {
          "responseCode": {
            "enum": [
              "AB",
              "IP",
              "UQ",
              "CA",
              "RE",
              "AP",
              "PD"
            ],
            "description": "Acknowledged, in process, under query, conditionally accepted, rejected, accepted, paid (UNCL4343, Peppol's part)."
          },
          "revision": {
            "type": "integer",
            "minimum": 1,
            "description": "Of the decision that was told."
          }
        }
      },
      "orders": {
        "type": "array",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "orderNo",
            "suggestedGrossTotal",
            "suggestedNetTotal",
            "suggestedVatAmount",
            "status",
            "lines"
          ],
          "properties": {
            "orderNo": {
              "type": "string"
            },
            "suggestedGrossTotal": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": [
                "string",
                "null"
              ],
              "format": "decimal"
            },
            "suggestedNetTotal": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": [
                "string",
                "null"
              ],
              "format": "decimal"
            },
            "suggestedVatAmount": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": [
                "string",
                "null"
              ],
              "format": "decimal"
            },
            "status": {
              "description": "Match status of an order line; an order shows the worst of its lines.",
              "enum": [
                "none",
                "matched-inside",
                "added-charge",
                "received",
                "outside-tolerance",
                "no-product-link"
              ]
            },
            "lines": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "lineNo",
                  "productNo",
                  "suggestedAmount",
                  "suggestedDiscountPercent",
                  "suggestedDiscountAmount",
                  "suggestedPrice",
                  "suggestedQuantity",
                  "suggestedVatAmount",
                  "expectedAmount",
                  "deviation",
                  "deviationPercent",
                  "insideTolerance",
                  "valuesUpdated",
                  "received",
                  "status"
                ],
                "properties": {
                  "lineNo": {
                    "type": "integer"
                  },
                  "productNo": {
                    "type": "string"
                  },
                  "suggestedAmount": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "suggestedDiscountPercent": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "suggestedDiscountAmount": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "suggestedPrice": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "suggestedQuantity": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "suggestedVatAmount": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "expectedAmount": {
                    "description": "What the order says for the invoiced quantity.",
                    "type": "string",
                    "format": "decimal"
                  },
                  "deviation": {
                    "description": "Invoice less order.",
                    "type": "string",
                    "format": "decimal"
                  },
                  "deviationPercent": {
                    "description": "Of the invoice amount, four decimals; null where the invoice amount is zero.",
                    "type": [
                      "string",
                      "null"
                    ],
                    "format": "decimal"
                  },
                  "comparison": {
                    "type": "object",
                    "additionalProperties": false,
                    "description": "What the expected amount is made of, so that it can be checked: net price x compared quantity. Quantities are in the unit of the order line.",
                    "required": [
                      "price",
                      "orderedQuantity",
                      "openQuantity",
                      "comparedQuantity",
                      "allowedDeviation",
                      "orderDeviationPercent"
                    ],
                    "properties": {
                      "price": {
                        "description": "The price of the order that deviations are measured against.",
                        "type": "string",
                        "format": "decimal"
                      },
                      "discountPercent": {
                        "description": "The discount on that price; absent where there is none.",
                        "type": "string",
                        "format": "decimal"
                      },
                      "netPrice": {
                        "description": "The price less the discount; absent where there is no discount.",
                        "type": "string",
                        "format": "decimal"
                      },
                      "priceFrom": {
                        "description": "Whose price it is, where it is not the order's of now: the one that the first match of the line saw, or the one at which the invoice that a credit note refers to invoiced the line.",
                        "enum": [
                          "first-match",
                          "preceding-invoice"
                        ]
                      },
                      "orderedQuantity": {
                        "description": "As ordered.",
                        "type": "string",
                        "format": "decimal"
                      },
                      "invoicedQuantity": {
                        "description": "Invoiced before, by the order file and by invoices received here, less what was credited. Absent where there is none.",
                        "type": "string",
                        "format": "decimal"
                      },
                      "creditableQuantity": {
                        "description": "What of it may still be credited, where that is another quantity: an order file without asOf may not know what was credited here.",
                        "type": "string",
                        "format": "decimal"
                      },
                      "reservedQuantity": {
                        "description": "Held by other invoices that are not settled. Absent where there is none.",
                        "type": "string",
                        "format": "decimal"
                      },
                      "openQuantity": {
                        "description": "Ordered less invoiced less reserved, never below zero.",
                        "type": "string",
                        "format": "decimal"
                      },
                      "takenQuantity": {
                        "description": "What this document invoices of the line; absent where it only gives back.",
                        "type": "string",
                        "format": "decimal"
                      },
                      "returnedQuantity": {
                        "description": "What this document gives back, without its sign; absent where it gives back nothing.",
                        "type": "string",
                        "format": "decimal"
                      },
                      "reservedReturnQuantity": {
                        "description": "Held by other credit notes that are not settled; absent where there is none.",
                        "type": "string",
                        "format": "decimal"
                      },
                      "returnableQuantity": {
                        "description": "What can be given back: invoiced before less what other credit notes hold, never below zero, and what this document invoices itself; only beside returnedQuantity.",
                        "type": "string",
                        "format": "decimal"
                      },
                      "comparedQuantity": {
                        "description": "Taken, as far as it is open, less returned, as far as it was invoiced; of a credit note the other way round.",
                        "type": "string",
                        "format": "decimal"
                      },
                      "allowedDeviation": {
                        "description": "The largest deviation that would have been inside.",
                        "type": "string",
                        "format": "decimal"
                      },
                      "orderDeviationPercent": {
                        "description": "The deviation in per cent of the expected amount, four decimals; null where that is zero.",
                        "type": [
                          "string",
                          "null"
                        ],
                        "format": "decimal"
                      }
                    }
                  },
                  "insideTolerance": {
                    "type": "boolean"
                  },
                  "valuesUpdated": {
                    "type": "boolean"
                  },
                  "received": {
                    "type": "boolean"
                  },
                  "status": {
                    "description": "Match status of an order line; an order shows the worst of its lines.",
                    "enum": [
                      "none",
                      "matched-inside",
                      "added-charge",
                      "received",
                      "outside-tolerance",
                      "no-product-link"
                    ]
                  }
                }
              }
            }
          }
        }
      },
      "createdLines": {
        "type": "array",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "orderNo",
            "kind",
            "productNo",
            "amount",
            "text"
          ],
          "properties": {
            "orderNo": {
              "type": "string"
            },
            "kind": {
              "enum": [
                "freight",
                "fee",
                "rounding"
              ]
            },
            "productNo": {
              "type": [
                "string",
                "null"
              ],
              "description": "Null where the settings name no product for it (status 11)."
            },
            "amount": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "vatAmount": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "text": {
              "type": "string"
            }
          }
        }
      },
      "links": {
        "type": "array",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "invoiceLineId",
            "orderNo",
            "orderLineNo",
            "quantity",
            "amount",
            "price",
            "discountPercent",
            "discountAmount",
            "kid",
            "dueDate",
            "invoiceDate",
            "invoiceNo",
            "tier",
            "class",
            "evidence"
          ],
          "properties": {
            "invoiceLineId": {
              "type": "string"
            },
            "orderNo": {
              "type": "string"
            },
            "orderLineNo": {
              "type": "integer"
            },
            "statedOrderLineReference": {
              "type": "string"
            },
            "quantity": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "amount": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "price": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "discountPercent": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "discountAmount": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "vatAmount": {
              "description": "Its share of the VAT that the document states.",
              "type": "string",
              "format": "decimal"
            },
            "chargesTakenOut": {
              "description": "Of the whole invoice line: charges that were taken out of it and stand by themselves; absent where there are none.",
              "type": "string",
              "format": "decimal"
            },
            "headerAllowance": {
              "description": "Of the whole invoice line: its share of the allowances in the head of the invoice; absent where there is none.",
              "type": "string",
              "format": "decimal"
            },
            "unitFactor": {
              "type": "object",
              "additionalProperties": false,
              "description": "How the quantity of the invoice became one in the unit of the order line; absent where the units agree.",
              "required": [
                "times",
                "dividedBy"
              ],
              "properties": {
                "times": {
                  "description": "The invoiced quantity times this,",
                  "type": "string",
                  "format": "decimal"
                },
                "dividedBy": {
                  "description": "divided by this.",
                  "type": "string",
                  "format": "decimal"
                }
              }
            },
            "kid": {
              "type": [
                "string",
                "null"
              ]
            },
            "dueDate": {
              "description": "A plain date: \"2026-11-21\".",
              "type": [
                "string",
                "null"
              ],
              "format": "date"
            },
            "invoiceDate": {
              "description": "A plain date: \"2026-11-21\".",
              "type": [
                "string",
                "null"
              ],
              "format": "date"
            },
            "invoiceNo": {
              "type": [
                "string",
                "null"
              ]
            },
            "tier": {
              "type": "string",
              "description": "By which rule the line was found."
            },
            "class": {
              "enum": [
                "A",
                "B",
                "C",
                "D"
              ],
              "description": "A identifiers agree; B interchangeable lines; C the choice changed account, project or price; D similarity only."
            },
            "evidence": {
              "type": "array",
              "items": {
                "type": "string"
              }
            },
            "runnerUp": {
              "type": "string",
              "description": "What the second best choice would have cost."
            }
          }
        }
      },
      "proposals": {
        "type": "array",
        "description": "Order lines that a line without one may mean, the likeliest first. Found by similarity, never applied.",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "invoiceLineId",
            "orderNo",
            "orderLineNo",
            "productNo",
            "similarity",
            "evidence",
            "against"
          ],
          "properties": {
            "invoiceLineId": {
              "type": "string"
            },
            "orderNo": {
              "type": "string"
            },
            "orderLineNo": {
              "type": "integer"
            },
            "productNo": {
              "description": "The product of the order line.",
              "type": "string"
            },
            "similarity": {
              "description": "How alike the names are, per mille: 1000 is the same words.",
              "type": "integer",
              "minimum": 0,
              "maximum": 1000
            },
            "evidence": {
              "description": "What speaks for it: `order-line-reference`, `product-named`, `name`, `item-number`, `price`, `quantity`.",
              "type": "array",
              "items": {
                "type": "string"
              }
            },
            "against": {
              "description": "What was compared and does not agree: `price`, `quantity`, `unit`, `no-room`.",
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          }
        }
      },
      "deliveryAlternativeProposals": {
        "type": "array",
        "description": "What to enter in Visma, so that what was learned is master data: one for each learned link that this document used. Left out where there is none.",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "supplierNo",
            "productNo",
            "supplierProductNo",
            "learnedLink"
          ],
          "properties": {
            "supplierNo": {
              "type": "string"
            },
            "productNo": {
              "type": "string"
            },
            "supplierProductNo": {
              "description": "The number that the supplier states.",
              "type": "string"
            },
            "replaces": {
              "description": "The number that the delivery alternative has now, where there is one.",
              "type": "string"
            },
            "learnedLink": {
              "description": "Key of the learned link.",
              "type": "string"
            }
          }
        }
      },
      "preregistration": {
        "description": "The voucher of the pre-registration, or null where none was written.",
        "type": [
          "object",
          "null"
        ],
        "additionalProperties": false,
        "required": [
          "key",
          "voucherSeries",
          "state",
          "clearing",
          "voucherType",
          "date",
          "crossAccount",
          "amount",
          "vatAmount",
          "currency",
          "invoiceNo",
          "dueDate",
          "kid",
          "accountingDocumentNo",
          "text"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "Key of the batch that carries the voucher."
          },
          "voucherSeries": {
            "type": "integer"
          },
          "state": {
            "description": "`open`: the liability stands in Visma once the batch is updated; `cleared`: a counter-voucher took it back; `left-to-visma`: received, and Visma clears it itself (counterVoucherAtReceipt off); `remains`: rejected without a reversal, so that somebody must take it back by hand.",
            "enum": [
              "open",
              "cleared",
              "left-to-visma",
              "remains"
            ]
          },
          "clearing": {
            "type": [
              "object",
              "null"
            ],
            "additionalProperties": false,
            "required": [
              "cause",
              "date",
              "key",
              "voucher"
            ],
            "properties": {
              "cause": {
                "description": "What ended the pre-registration.",
                "enum": [
                  "receipt",
                  "rejection"
                ]
              },
              "date": {
                "description": "The day on which it ended.",
                "type": "string",
                "format": "date"
              },
              "key": {
                "type": [
                  "string",
                  "null"
                ],
                "description": "Key of the batch that clears it; null where none was written."
              },
              "voucher": {
                "description": "The counter-voucher: sides swapped, positive amount.",
                "type": [
                  "object",
                  "null"
                ],
                "additionalProperties": false,
                "required": [
                  "voucherType",
                  "date",
                  "crossAccount",
                  "amount",
                  "vatAmount",
                  "currency",
                  "invoiceNo",
                  "dueDate",
                  "kid",
                  "accountingDocumentNo",
                  "text"
                ],
                "properties": {
                  "voucherNo": {
                    "description": "Only where the series has a next number in the settings; otherwise Visma gives it.",
                    "type": "integer",
                    "minimum": 1
                  },
                  "voucherType": {
                    "type": "integer"
                  },
                  "date": {
                    "description": "Voucher date, in an open period.",
                    "type": "string",
                    "format": "date"
                  },
                  "debitAccount": {
                    "description": "The ledger account where it is debited; the supplier is then credited.",
                    "type": "string"
                  },
                  "creditAccount": {
                    "description": "The ledger account where it is credited; the supplier is then debited.",
                    "type": "string"
                  },
                  "crossAccount": {
                    "description": "The other side: always the supplier.",
                    "type": "string"
                  },
                  "amount": {
                    "description": "Never negative: the side of the account says which way it goes. Net, VAT and rounding, never less what is prepaid.",
                    "type": "string",
                    "format": "decimal"
                  },
                  "vatAmount": {
                    "description": "Zero: input VAT belongs to the receipt.",
                    "type": "string",
                    "format": "decimal"
                  },
                  "currency": {
                    "description": "ISO 4217 code of a currency.",
                    "type": "string",
                    "pattern": "^[A-Z]{3}$"
                  },
                  "invoiceNo": {
                    "type": "string"
                  },
                  "dueDate": {
                    "description": "A plain date: \"2026-11-21\".",
                    "type": [
                      "string",
                      "null"
                    ],
                    "format": "date"
                  },
                  "kid": {
                    "type": [
                      "string",
                      "null"
                    ]
                  },
                  "counterReference": {
                    "description": "Of a voucher that reverses another: the number of that voucher, or where Visma gave it the invoice number, so that the two entries of the supplier are settled against each other.",
                    "type": "string"
                  },
                  "accountingDocumentNo": {
                    "description": "The number that order, product transaction and voucher share, so that an invoice can be found from its voucher.",
                    "type": "integer"
                  },
                  "text": {
                    "type": "string"
                  }
                }
              }
            },
            "description": "Null while it is open."
          },
          "voucherNo": {
            "description": "Only where the series has a next number in the settings; otherwise Visma gives it.",
            "type": "integer",
            "minimum": 1
          },
          "voucherType": {
            "type": "integer"
          },
          "date": {
            "description": "Voucher date, in an open period.",
            "type": "string",
            "format": "date"
          },
          "debitAccount": {
            "description": "The ledger account where it is debited; the supplier is then credited.",
            "type": "string"
          },
          "creditAccount": {
            "description": "The ledger account where it is credited; the supplier is then debited.",
            "type": "string"
          },
          "crossAccount": {
            "description": "The other side: always the supplier.",
            "type": "string"
          },
          "amount": {
            "description": "Never negative: the side of the account says which way it goes. Net, VAT and rounding, never less what is prepaid.",
            "type": "string",
            "format": "decimal"
          },
          "vatAmount": {
            "description": "Zero: input VAT belongs to the receipt.",
            "type": "string",
            "format": "decimal"
          },
          "currency": {
            "description": "ISO 4217 code of a currency.",
            "type": "string",
            "pattern": "^[A-Z]{3}$"
          },
          "invoiceNo": {
            "type": "string"
          },
          "dueDate": {
            "description": "A plain date: \"2026-11-21\".",
            "type": [
              "string",
              "null"
            ],
            "format": "date"
          },
          "kid": {
            "type": [
              "string",
              "null"
            ]
          },
          "accountingDocumentNo": {
            "description": "The number that order, product transaction and voucher share, so that an invoice can be found from its voucher.",
            "type": "integer"
          },
          "text": {
            "type": "string"
          }
        }
      },
      "receipt": {
        "type": [
          "object",
          "null"
        ],
        "additionalProperties": false,
        "required": [
          "receiptId",
          "date",
          "productTransactions"
        ],
        "properties": {
          "receiptId": {
            "type": "string"
          },
          "date": {
            "description": "A plain date: \"2026-11-21\".",
            "type": "string",
            "format": "date"
          },
          "productTransactions": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "orderNo",
                "orderLineNo",
                "productNo",
                "quantity",
                "amount",
                "accountingDocumentNo"
              ],
              "properties": {
                "orderNo": {
                  "type": "string"
                },
                "orderLineNo": {
                  "type": "integer"
                },
                "productNo": {
                  "type": "string"
                },
                "quantity": {
                  "description": "A decimal as text, exactly as it was written: \"100.00\".",
                  "type": "string",
                  "format": "decimal"
                },
                "amount": {
                  "description": "A decimal as text, exactly as it was written: \"100.00\".",
                  "type": "string",
                  "format": "decimal"
                },
                "accountingDocumentNo": {
                  "type": "integer"
                }
              }
            }
          }
        },
        "description": "The last receipt, or null where nothing was received yet."
      },
      "receipts": {
        "type": "array",
        "description": "All receipts, oldest first, once there is one: an invoice that is received in parts has several. Each has its own number.",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "receiptId",
            "date",
            "productTransactions"
          ],
          "properties": {
            "receiptId": {
              "type": "string"
            },
            "date": {
              "description": "A plain date: \"2026-11-21\".",
              "type": "string",
              "format": "date"
            },
            "productTransactions": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "orderNo",
                  "orderLineNo",
                  "productNo",
                  "quantity",
                  "amount",
                  "accountingDocumentNo"
                ],
                "properties": {
                  "orderNo": {
                    "type": "string"
                  },
                  "orderLineNo": {
                    "type": "integer"
                  },
                  "productNo": {
                    "type": "string"
                  },
                  "quantity": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "amount": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "accountingDocumentNo": {
                    "type": "integer"
                  }
                }
              }
            }
          }
        }
      }
    }
  },
  "order": {
    "description": "A sales order of Visma Business that may have to be paid before it is processed further.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "orderNo",
      "orderType",
      "transactionType",
      "customerNo",
      "currency",
      "totalNet",
      "vatAmount"
    ],
    "properties": {
      "document": {
        "description": "Says that this is an order under prepayment.",
        "const": "order"
      },
      "orderNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "orderType": {
        "description": "Visma's order type; 1 is a normal order.",
        "type": "integer",
        "minimum": 0
      },
      "transactionType": {
        "description": "Visma's transaction type; 1 is sale.",
        "type": "integer",
        "minimum": 0
      },
      "customerNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "currency": {
        "description": "ISO 4217 code of a currency.",
        "type": "string",
        "pattern": "^[A-Z]{3}$"
      },
      "totalNet": {
        "description": "A decimal as text, exactly as it was written: \"100.00\".",
        "type": "string",
        "format": "decimal"
      },
      "vatAmount": {
        "description": "A decimal as text, exactly as it was written: \"100.00\".",
        "type": "string",
        "format": "decimal"
      },
      "prepayment": {
        "description": "The selection for prepayment is set.",
        "type": "boolean",
        "default": false
      },
      "prepaymentDocumentNo": {
        "description": "Number of the order document that asked for the prepayment; the KID carries it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "kid": {
        "description": "The payment reference that the order document carries.",
        "type": "string",
        "minLength": 1
      },
      "invoiceNo": {
        "description": "Once the invoice is approved.",
        "type": "string",
        "minLength": 1
      }
    }
  },
  "party-terms": {
    "description": "The payment condition of a client or supplier in one entity. ePack is its master: what stands on the file of the client or supplier in Visma is overwritten.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "entity",
      "partyType",
      "partyNo",
      "paymentTerms"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a payment terms of a party.",
        "const": "party-terms"
      },
      "entity": {
        "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "partyType": {
        "description": "`customer` for a client of ours.",
        "enum": [
          "customer",
          "supplier"
        ]
      },
      "partyNo": {
        "description": "Number of the customer or supplier.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "paymentTerms": {
        "description": "ePack's code; mappings/lookups/payment-terms.csv says what Visma calls it.",
        "type": "string",
        "minLength": 1
      }
    }
  },
  "payment": {
    "description": "A payment of a prepayment order: a voucher that was entered, or what the bank says.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "amount",
      "currency",
      "date",
      "source"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a payment.",
        "const": "payment"
      },
      "paymentId": {
        "description": "Names this payment and no other. Of OCR giro: agreement, assignment, transaction and date; of camt.054: account and reference of the entry. Left out: voucher series and number.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "voucherNo": {
        "type": "integer",
        "minimum": 1
      },
      "voucherSeries": {
        "type": "integer",
        "minimum": 0
      },
      "voucherType": {
        "type": "integer",
        "minimum": 0
      },
      "updateOrder": {
        "description": "1 adds an order line, 2 updates the prepayment status; left out: as the voucher type says.",
        "enum": [
          1,
          2
        ]
      },
      "orderNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "kid": {
        "type": "string",
        "minLength": 1
      },
      "amount": {
        "description": "Negative where it is taken back.",
        "type": "string",
        "format": "decimal"
      },
      "currency": {
        "description": "ISO 4217 code of a currency.",
        "type": "string",
        "pattern": "^[A-Z]{3}$"
      },
      "date": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      },
      "source": {
        "description": "`voucher` entered in the accounts, `ocr` OCR giro, `camt054` the bank’s notification, `eft` electronic funds transfer (not for purchase orders).",
        "enum": [
          "voucher",
          "ocr",
          "camt054",
          "eft"
        ]
      },
      "reversalOf": {
        "description": "Id of the payment that this one takes back.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "transferredToSuggestedPayment": {
        "description": "Of a purchase order: the batch was updated and transferred to suggested payment.",
        "type": "boolean"
      }
    }
  },
  "prepayment-release": {
    "description": "What a payment, or a person, did to an order under prepayment.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "orderNo",
      "voucherNo",
      "invoiceReference",
      "released",
      "noReminder",
      "noInterest",
      "paid",
      "orderGross",
      "difference"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a prepayment release.",
        "const": "prepayment-release"
      },
      "deliveryId": {
        "description": "The delivery id that also stands in the file name.",
        "type": "string"
      },
      "orderNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "voucherNo": {
        "description": "Of the registered payment; null where a person released the order.",
        "type": [
          "integer",
          "null"
        ]
      },
      "invoiceReference": {
        "type": [
          "string",
          "null"
        ],
        "description": "The payment's voucher number, so that the later invoice is matched with it."
      },
      "released": {
        "description": "The selection for prepayment is removed: the order can be processed further.",
        "type": "boolean"
      },
      "noReminder": {
        "description": "The invoice is exempt from reminders.",
        "type": "boolean"
      },
      "noInterest": {
        "description": "The invoice is exempt from interest.",
        "type": "boolean"
      },
      "paid": {
        "description": "All that was paid for the order.",
        "type": "string",
        "format": "decimal"
      },
      "orderGross": {
        "description": "Total net and VAT of the order.",
        "type": "string",
        "format": "decimal"
      },
      "difference": {
        "description": "Paid less order gross.",
        "type": "string",
        "format": "decimal"
      }
    }
  },
  "product": {
    "description": "A product as Visma knows it.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "productNo"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a product.",
        "const": "product"
      },
      "productNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "description": {
        "type": "string"
      },
      "gtin": {
        "description": "Global trade item number; compared without leading zeros.",
        "type": "string"
      },
      "unit": {
        "description": "UN/ECE Recommendation 20 code.",
        "type": "string"
      }
    }
  },
  "purchase-invoice": {
    "description": "A purchase invoice that was registered in ePack, or in its dashboard.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "entity",
      "supplierNo",
      "invoiceNo",
      "source",
      "invoiceDate",
      "currency",
      "netAmount",
      "vatAmount"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a purchase invoice.",
        "const": "purchase-invoice"
      },
      "entity": {
        "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "supplierNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "invoiceNo": {
        "description": "The supplier's own.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "source": {
        "description": "Where it was registered: `epack` in ePack itself, `dashboard` in its dashboard.",
        "enum": [
          "epack",
          "dashboard"
        ]
      },
      "invoiceDate": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      },
      "currency": {
        "description": "ISO 4217 code of a currency.",
        "type": "string",
        "pattern": "^[A-Z]{3}$"
      },
      "orderNo": {
        "description": "The purchase order that it belongs to.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "netAmount": {
        "description": "A decimal as text, exactly as it was written: \"100.00\".",
        "type": "string",
        "format": "decimal"
      },
      "vatAmount": {
        "description": "A decimal as text, exactly as it was written: \"100.00\".",
        "type": "string",
        "format": "decimal"
      },
      "dueDate": {
        "description": "Of invoice control: shown, never forwarded.",
        "type": "string",
        "format": "date"
      },
      "paymentTerms": {
        "description": "Of invoice control: shown, never forwarded. What counts is the supplier's file in ePack.",
        "type": "string",
        "minLength": 1
      },
      "lines": {
        "type": "array",
        "maxItems": 100000,
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "lineNo",
            "quantity",
            "amount"
          ],
          "properties": {
            "lineNo": {
              "type": "integer",
              "minimum": 0
            },
            "productNo": {
              "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
            },
            "description": {
              "type": "string"
            },
            "quantity": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "unit": {
              "description": "UN/ECE Recommendation 20 code.",
              "type": "string",
              "minLength": 1
            },
            "unitPrice": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "amount": {
              "description": "Without VAT.",
              "type": "string",
              "format": "decimal"
            },
            "account": {
              "type": "string",
              "minLength": 1
            },
            "project": {
              "type": "string",
              "minLength": 1
            }
          }
        }
      }
    }
  },
  "purchase-order": {
    "description": "A purchase order of Visma Business: what supplier invoices are matched against.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "orderNo",
      "orderType",
      "transactionType",
      "supplierNo",
      "currency",
      "lines"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a purchase order.",
        "const": "purchase-order"
      },
      "orderNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "orderType": {
        "description": "Visma's order type; 1 is an ordinary order.",
        "type": "integer",
        "minimum": 0
      },
      "transactionType": {
        "description": "Visma's transaction type; 6 is purchase.",
        "type": "integer",
        "minimum": 0
      },
      "supplierNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "currency": {
        "description": "ISO 4217 code of a currency.",
        "type": "string",
        "pattern": "^[A-Z]{3}$"
      },
      "asOf": {
        "description": "What this file says includes everything up to this instant: quantities that we received later are added to it. Left out: the larger of both counts.",
        "type": "string",
        "format": "date-time"
      },
      "orderDate": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      },
      "gross": {
        "description": "Prices contain VAT; nothing is suggested for such an order.",
        "type": "boolean",
        "default": false
      },
      "cancelled": {
        "description": "Invoices never match a cancelled order.",
        "type": "boolean",
        "default": false
      },
      "prepayment": {
        "description": "The order is paid before it is received.",
        "type": "boolean",
        "default": false
      },
      "paymentTerms": {
        "description": "ePack's code.",
        "type": "string"
      },
      "lines": {
        "description": "Each with a line number of its own.",
        "type": "array",
        "maxItems": 100000,
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "lineNo",
            "productNo",
            "quantity",
            "price"
          ],
          "properties": {
            "lineNo": {
              "type": "integer",
              "minimum": 0
            },
            "productNo": {
              "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
            },
            "description": {
              "type": "string"
            },
            "quantity": {
              "description": "Ordered quantity, in the line's unit.",
              "type": "string",
              "format": "decimal"
            },
            "unit": {
              "description": "UN/ECE Recommendation 20 code; left out: the product's.",
              "type": "string"
            },
            "price": {
              "description": "Price of one unit, before the discount.",
              "type": "string",
              "format": "decimal"
            },
            "discountPercent": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal",
              "default": "0"
            },
            "invoicedQuantity": {
              "description": "What Visma has already been invoiced for.",
              "type": "string",
              "format": "decimal",
              "default": "0"
            },
            "receivedQuantity": {
              "description": "What has come into the warehouse.",
              "type": "string",
              "format": "decimal"
            },
            "account": {
              "type": "string"
            },
            "project": {
              "type": "string"
            }
          }
        }
      }
    }
  },
  "sales-invoice-command": {
    "description": "What is to be done with a sales invoice; the same commandId is done once.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "entity",
      "commandId",
      "action",
      "reason",
      "user"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a sales invoice command.",
        "const": "sales-invoice-command"
      },
      "entity": {
        "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "commandId": {
        "description": "The sender's own number for this command: by it a repetition is recognised.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "action": {
        "description": "Make an invoice of shipments; add an order; clear the hold; release; update inventory (credit notes); register a payment; move lines; insert a line; sort the lines again by shipment and order number.",
        "enum": [
          "prepare",
          "add-order",
          "clear-hold",
          "release",
          "update-inventory",
          "register-payment",
          "move-lines",
          "insert-line",
          "reset-sorting"
        ]
      },
      "invoiceNo": {
        "description": "The invoice; of prepare left out where a number is to be given.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "shipmentNos": {
        "description": "Of prepare: confirmed shipments of one customer.",
        "type": "array",
        "maxItems": 100000,
        "items": {
          "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
          "type": "string",
          "minLength": 1,
          "maxLength": 255,
          "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
        }
      },
      "orderNo": {
        "description": "Of add-order.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "controlTotal": {
        "description": "Of clear-hold, where totals are validated: the amount that the invoice has to have.",
        "type": "string",
        "format": "decimal"
      },
      "amount": {
        "description": "Of register-payment.",
        "type": "string",
        "format": "decimal"
      },
      "date": {
        "description": "Of register-payment.",
        "type": "string",
        "format": "date"
      },
      "lines": {
        "description": "Of move-lines: the sort order of the lines, in any combination.",
        "type": "array",
        "maxItems": 100000,
        "items": {
          "type": "integer",
          "minimum": 1
        }
      },
      "above": {
        "description": "Of move-lines and insert-line: the sort order of the line above which they come; one more than the last for the end.",
        "type": "integer",
        "minimum": 1
      },
      "line": {
        "description": "Of insert-line: the new line.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "productNo",
          "quantity",
          "unitPrice"
        ],
        "properties": {
          "productNo": {
            "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
            "type": "string",
            "minLength": 1,
            "maxLength": 255,
            "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
          },
          "description": {
            "type": "string"
          },
          "quantity": {
            "description": "A decimal as text, exactly as it was written: \"100.00\".",
            "type": "string",
            "format": "decimal"
          },
          "unit": {
            "description": "UN/ECE Recommendation 20 code.",
            "type": "string",
            "minLength": 1
          },
          "unitPrice": {
            "description": "A decimal as text, exactly as it was written: \"100.00\".",
            "type": "string",
            "format": "decimal"
          }
        }
      },
      "reason": {
        "description": "Why it is done; it is kept in the history.",
        "type": "string",
        "minLength": 1,
        "maxLength": 1000,
        "pattern": "\\S"
      },
      "user": {
        "description": "Who does it; the history shows it as commands:<user>.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      }
    }
  },
  "sales-invoice": {
    "description": "A sales invoice of Visma.net as it stands, its lines in sort order.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "entity",
      "invoiceNo",
      "kind",
      "status",
      "customerNo",
      "date",
      "currency",
      "lines",
      "amount"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a sales invoice.",
        "const": "sales-invoice"
      },
      "deliveryId": {
        "description": "The delivery id that also stands in the file name.",
        "type": "string"
      },
      "entity": {
        "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "invoiceNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "kind": {
        "enum": [
          "invoice",
          "cash-sale",
          "cash-return",
          "credit-note"
        ]
      },
      "status": {
        "enum": [
          "on-hold",
          "balanced",
          "open",
          "closed"
        ]
      },
      "customerNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "date": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      },
      "dueDate": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      },
      "vismaTerms": {
        "description": "Visma's id of the payment terms that ePack has for the party; left out for an entity whose terms are not kept in ePack.",
        "type": "string",
        "minLength": 1
      },
      "currency": {
        "description": "ISO 4217 code of a currency.",
        "type": "string",
        "pattern": "^[A-Z]{3}$"
      },
      "customerReference": {
        "type": "string"
      },
      "kid": {
        "type": "string",
        "minLength": 1
      },
      "originalInvoiceNo": {
        "description": "Of a credit note or cash return: the invoice that it refers to.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "lines": {
        "description": "In sort order.",
        "type": "array",
        "maxItems": 100000,
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "sortOrder",
            "quantity",
            "unitPrice",
            "amount"
          ],
          "properties": {
            "sortOrder": {
              "description": "The place in the invoice: 1, 2, 3 and so on.",
              "type": "integer",
              "minimum": 1
            },
            "kind": {
              "description": "What the line is.",
              "enum": [
                "inventory",
                "non-inventory",
                "charge",
                "freight",
                "discount",
                "reallocation"
              ],
              "default": "inventory"
            },
            "shipmentNo": {
              "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
            },
            "orderType": {
              "description": "Visma.net's order type: `SO` sales order, `CM` credit note, `CS` cash sale, `CR` cash return, `IN` invoice, `RC` return for credit, `RM` authorised return, `RR` return with replacement.",
              "enum": [
                "SO",
                "CM",
                "CS",
                "CR",
                "IN",
                "RC",
                "RM",
                "RR"
              ]
            },
            "orderNo": {
              "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
            },
            "orderLineNo": {
              "type": "integer",
              "minimum": 0
            },
            "productNo": {
              "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
            },
            "description": {
              "type": "string"
            },
            "quantity": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "unit": {
              "description": "UN/ECE Recommendation 20 code.",
              "type": "string",
              "minLength": 1
            },
            "unitPrice": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "discountPercent": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal",
              "default": "0"
            },
            "amount": {
              "description": "Of the line, without VAT.",
              "type": "string",
              "format": "decimal"
            }
          }
        }
      },
      "freight": {
        "description": "Premium freight that falls on this invoice.",
        "type": "string",
        "format": "decimal"
      },
      "amount": {
        "description": "What the invoice comes to.",
        "type": "string",
        "format": "decimal"
      },
      "controlTotal": {
        "description": "What was typed in as the amount, where totals are validated.",
        "type": "string",
        "format": "decimal"
      }
    }
  },
  "sales-order-delete": {
    "description": "An invoicing order that was deleted in ePack. It is refused once the sale exists in Visma.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "entity",
      "orderNo"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a sales order deletion.",
        "const": "sales-order-delete"
      },
      "entity": {
        "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "orderNo": {
        "description": "ePack's number of the order.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      }
    }
  },
  "sales-order": {
    "description": "A sales order of ePack: the whole state of that order at that moment. A later file with the same key replaces it, quantities included.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "entity",
      "orderNo",
      "customerNo",
      "orderDate",
      "deliveryDate",
      "currency",
      "orderReady",
      "lines"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a sales order.",
        "const": "sales-order"
      },
      "entity": {
        "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "orderNo": {
        "description": "ePack's number of the order.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "orderType": {
        "description": "Visma.net's order type: `SO` sales order, `CM` credit note, `CS` cash sale, `CR` cash return, `IN` invoice, `RC` return for credit, `RM` authorised return, `RR` return with replacement.",
        "enum": [
          "SO",
          "CM",
          "CS",
          "CR",
          "IN",
          "RC",
          "RM",
          "RR"
        ],
        "default": "SO"
      },
      "customerNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "orderDate": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      },
      "deliveryDate": {
        "description": "The night run sends an order that is delivered on the business date or before.",
        "type": "string",
        "format": "date"
      },
      "currency": {
        "description": "ISO 4217 code of a currency.",
        "type": "string",
        "pattern": "^[A-Z]{3}$"
      },
      "orderReady": {
        "description": "The box \"order ready\": without it the order is never sent to Visma.",
        "type": "boolean"
      },
      "shipmentNo": {
        "description": "ePack's number of the shipment.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "shipmentStatus": {
        "description": "`no-invoice`: it is never invoiced, and so never sent to Visma. Left out: it may be. `to-be-corrected` is set by a cancellation in Visma only; a file that says it is refused.",
        "enum": [
          "no-invoice",
          "to-be-corrected"
        ]
      },
      "paymentTerms": {
        "description": "ePack's code; the client's own terms (party-terms) come first.",
        "type": "string",
        "minLength": 1
      },
      "export": {
        "description": "`night`: with the night run; `now`: at once, as the button \"Export\" does.",
        "enum": [
          "night",
          "now"
        ],
        "default": "night"
      },
      "originalOrderNo": {
        "description": "Of a credit note or return: the order that it refers to.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "customerReference": {
        "description": "The client's own number for the order.",
        "type": "string"
      },
      "freight": {
        "description": "Premium freight of the order, without VAT.",
        "type": "string",
        "format": "decimal"
      },
      "lines": {
        "description": "An order without lines is held.",
        "type": "array",
        "maxItems": 100000,
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "lineNo",
            "productNo",
            "quantity",
            "unitPrice"
          ],
          "properties": {
            "lineNo": {
              "type": "integer",
              "minimum": 0
            },
            "productNo": {
              "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
            },
            "description": {
              "type": "string"
            },
            "quantity": {
              "description": "In the line's unit; zero on a line of which nothing was delivered.",
              "type": "string",
              "format": "decimal"
            },
            "unit": {
              "description": "UN/ECE Recommendation 20 code; left out: the product's.",
              "type": "string",
              "minLength": 1
            },
            "unitPrice": {
              "description": "Price of one unit, before the discount.",
              "type": "string",
              "format": "decimal"
            },
            "discountPercent": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal",
              "default": "0"
            }
          }
        }
      }
    }
  },
  "shipment": {
    "description": "A shipment of Visma.net: once it is confirmed an invoice can be made of it.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "entity",
      "shipmentNo",
      "customerNo",
      "orders",
      "status",
      "date"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a shipment.",
        "const": "shipment"
      },
      "entity": {
        "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "shipmentNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "customerNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "orders": {
        "description": "The orders that it fulfils, or parts of them.",
        "type": "array",
        "maxItems": 100000,
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "orderNo",
            "lines"
          ],
          "properties": {
            "orderNo": {
              "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
            },
            "orderType": {
              "description": "Visma.net's order type: `SO` sales order, `CM` credit note, `CS` cash sale, `CR` cash return, `IN` invoice, `RC` return for credit, `RM` authorised return, `RR` return with replacement.",
              "enum": [
                "SO",
                "CM",
                "CS",
                "CR",
                "IN",
                "RC",
                "RM",
                "RR"
              ]
            },
            "lines": {
              "type": "array",
              "maxItems": 100000,
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "lineNo",
                  "productNo",
                  "quantity"
                ],
                "properties": {
                  "lineNo": {
                    "description": "Of the order's line.",
                    "type": "integer",
                    "minimum": 0
                  },
                  "productNo": {
                    "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 255,
                    "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
                  },
                  "description": {
                    "type": "string"
                  },
                  "quantity": {
                    "description": "What was shipped.",
                    "type": "string",
                    "format": "decimal"
                  },
                  "unit": {
                    "description": "UN/ECE Recommendation 20 code.",
                    "type": "string",
                    "minLength": 1
                  },
                  "unitPrice": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "discountPercent": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal",
                    "default": "0"
                  },
                  "amount": {
                    "description": "Of what was shipped, without VAT.",
                    "type": "string",
                    "format": "decimal"
                  }
                }
              }
            }
          }
        }
      },
      "status": {
        "description": "Visma.net's status in lower case.",
        "enum": [
          "open",
          "hold",
          "completed",
          "cancelled",
          "confirmed",
          "invoiced",
          "partially-invoiced",
          "receipted",
          "auto-generated"
        ]
      },
      "date": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      }
    }
  },
  "supplier-invoice": {
    "description": "A supplier's invoice or credit note as understood from UBL. What the file did not state is absent: that the mandatory is missing is a decision (status 7), not a fault.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "format",
      "kind",
      "customizationId",
      "precedingInvoices",
      "paymentMeans",
      "notes",
      "attachments",
      "lines",
      "allowances",
      "charges",
      "taxSubtotals",
      "totals"
    ],
    "properties": {
      "document": {
        "const": "supplier-invoice"
      },
      "format": {
        "enum": [
          "ehf-2",
          "peppol-bis-2",
          "peppol-bis-3"
        ]
      },
      "kind": {
        "enum": [
          "invoice",
          "credit-note"
        ]
      },
      "vismaId": {
        "description": "The number of the scanned document in Document Center, where the mapping takes it from the name of the file.",
        "type": "string",
        "minLength": 1
      },
      "customizationId": {
        "type": "string"
      },
      "profileId": {
        "type": "string"
      },
      "typeCode": {
        "type": "string"
      },
      "invoiceNo": {
        "type": "string"
      },
      "issueDate": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      },
      "dueDate": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      },
      "currency": {
        "type": "string"
      },
      "taxCurrency": {
        "type": "string"
      },
      "buyerReference": {
        "type": "string"
      },
      "orderReference": {
        "type": "string",
        "description": "As written, `NA` too."
      },
      "salesOrderReference": {
        "type": "string"
      },
      "contractReference": {
        "type": "string"
      },
      "projectReference": {
        "type": "string"
      },
      "accountingCost": {
        "type": "string"
      },
      "invoicePeriod": {
        "type": "object",
        "additionalProperties": false,
        "required": [],
        "properties": {
          "start": {
            "description": "A plain date: \"2026-11-21\".",
            "type": "string",
            "format": "date"
          },
          "end": {
            "description": "A plain date: \"2026-11-21\".",
            "type": "string",
            "format": "date"
          }
        }
      },
      "precedingInvoices": {
        "type": "array",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "id"
          ],
          "properties": {
            "id": {
              "type": "string"
            },
            "issueDate": {
              "description": "A plain date: \"2026-11-21\".",
              "type": "string",
              "format": "date"
            }
          }
        }
      },
      "supplier": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "bankAccounts"
        ],
        "properties": {
          "endpoint": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "id"
            ],
            "properties": {
              "scheme": {
                "type": "string"
              },
              "id": {
                "type": "string"
              }
            }
          },
          "organisationNo": {
            "type": "string"
          },
          "vatNo": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "otherIds": {
            "type": "array",
            "description": "Every other identifier of the party (PartyIdentification), as written.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "id"
              ],
              "properties": {
                "scheme": {
                  "type": "string"
                },
                "id": {
                  "type": "string"
                }
              }
            }
          },
          "bankAccounts": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "customer": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "bankAccounts"
        ],
        "properties": {
          "endpoint": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "id"
            ],
            "properties": {
              "scheme": {
                "type": "string"
              },
              "id": {
                "type": "string"
              }
            }
          },
          "organisationNo": {
            "type": "string"
          },
          "vatNo": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "otherIds": {
            "type": "array",
            "description": "Every other identifier of the party (PartyIdentification), as written.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "id"
              ],
              "properties": {
                "scheme": {
                  "type": "string"
                },
                "id": {
                  "type": "string"
                }
              }
            }
          },
          "bankAccounts": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "payee": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "bankAccounts"
        ],
        "properties": {
          "endpoint": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "id"
            ],
            "properties": {
              "scheme": {
                "type": "string"
              },
              "id": {
                "type": "string"
              }
            }
          },
          "organisationNo": {
            "type": "string"
          },
          "vatNo": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "otherIds": {
            "type": "array",
            "description": "Every other identifier of the party (PartyIdentification), as written.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "id"
              ],
              "properties": {
                "scheme": {
                  "type": "string"
                },
                "id": {
                  "type": "string"
                }
              }
            }
          },
          "bankAccounts": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "delivery": {
        "type": "object",
        "additionalProperties": false,
        "required": [],
        "properties": {
          "date": {
            "description": "A plain date: \"2026-11-21\".",
            "type": "string",
            "format": "date"
          },
          "locationId": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "id"
            ],
            "properties": {
              "scheme": {
                "type": "string"
              },
              "id": {
                "type": "string"
              }
            }
          },
          "countryCode": {
            "type": "string"
          }
        }
      },
      "paymentMeans": {
        "type": "array",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [],
          "properties": {
            "code": {
              "type": "string"
            },
            "kid": {
              "type": "string"
            },
            "account": {
              "type": "string"
            },
            "accountScheme": {
              "type": "string"
            },
            "dueDate": {
              "description": "A plain date: \"2026-11-21\".",
              "type": "string",
              "format": "date"
            }
          }
        }
      },
      "paymentTermsNote": {
        "type": "string"
      },
      "notes": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "attachments": {
        "type": "array",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [],
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "type": {
              "type": "string",
              "description": "Media type."
            },
            "bytes": {
              "type": "integer",
              "minimum": 0
            },
            "sha256": {
              "type": "string"
            },
            "uri": {
              "type": "string"
            }
          }
        }
      },
      "lines": {
        "type": "array",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "id",
            "allowances",
            "charges"
          ],
          "properties": {
            "id": {
              "type": "string"
            },
            "note": {
              "type": "string"
            },
            "quantity": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "unit": {
              "type": "string",
              "description": "UN/ECE Recommendation 20 code."
            },
            "netAmount": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "price": {
              "description": "Net price per `priceBaseQuantity`, as stated.",
              "type": "string",
              "format": "decimal"
            },
            "priceBaseQuantity": {
              "description": "As stated; absent means 1.",
              "type": "string",
              "format": "decimal"
            },
            "priceDiscount": {
              "description": "Discount that the stated price already contains: gross price less this is `price`.",
              "type": "string",
              "format": "decimal"
            },
            "name": {
              "type": "string"
            },
            "description": {
              "type": "string"
            },
            "sellersItemId": {
              "type": "string"
            },
            "buyersItemId": {
              "type": "string"
            },
            "standardItemId": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "id"
              ],
              "properties": {
                "scheme": {
                  "type": "string"
                },
                "id": {
                  "type": "string"
                }
              }
            },
            "orderLineReference": {
              "type": "string"
            },
            "orderReference": {
              "type": "string"
            },
            "accountingCost": {
              "type": "string"
            },
            "taxCategory": {
              "type": "string"
            },
            "taxPercent": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "allowances": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "amount"
                ],
                "properties": {
                  "reason": {
                    "type": "string"
                  },
                  "reasonCode": {
                    "type": "string"
                  },
                  "amount": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "baseAmount": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "percent": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "taxCategory": {
                    "type": "string"
                  },
                  "taxPercent": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  }
                }
              }
            },
            "charges": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "amount"
                ],
                "properties": {
                  "reason": {
                    "type": "string"
                  },
                  "reasonCode": {
                    "type": "string"
                  },
                  "amount": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "baseAmount": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "percent": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  },
                  "taxCategory": {
                    "type": "string"
                  },
                  "taxPercent": {
                    "description": "A decimal as text, exactly as it was written: \"100.00\".",
                    "type": "string",
                    "format": "decimal"
                  }
                }
              }
            }
          }
        }
      },
      "allowances": {
        "type": "array",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "amount"
          ],
          "properties": {
            "reason": {
              "type": "string"
            },
            "reasonCode": {
              "type": "string"
            },
            "amount": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "baseAmount": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "percent": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "taxCategory": {
              "type": "string"
            },
            "taxPercent": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            }
          }
        }
      },
      "charges": {
        "type": "array",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "amount"
          ],
          "properties": {
            "reason": {
              "type": "string"
            },
            "reasonCode": {
              "type": "string"
            },
            "amount": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "baseAmount": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "percent": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "taxCategory": {
              "type": "string"
            },
            "taxPercent": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            }
          }
        }
      },
      "taxSubtotals": {
        "type": "array",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [],
          "properties": {
            "taxableAmount": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "taxAmount": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "taxCategory": {
              "type": "string"
            },
            "taxPercent": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "exemptionReason": {
              "type": "string"
            }
          }
        }
      },
      "totals": {
        "type": "object",
        "additionalProperties": false,
        "required": [],
        "properties": {
          "lineNet": {
            "description": "A decimal as text, exactly as it was written: \"100.00\".",
            "type": "string",
            "format": "decimal"
          },
          "allowances": {
            "description": "A decimal as text, exactly as it was written: \"100.00\".",
            "type": "string",
            "format": "decimal"
          },
          "charges": {
            "description": "A decimal as text, exactly as it was written: \"100.00\".",
            "type": "string",
            "format": "decimal"
          },
          "net": {
            "description": "A decimal as text, exactly as it was written: \"100.00\".",
            "type": "string",
            "format": "decimal"
          },
          "tax": {
            "description": "A decimal as text, exactly as it was written: \"100.00\".",
            "type": "string",
            "format": "decimal"
          },
          "gross": {
            "description": "A decimal as text, exactly as it was written: \"100.00\".",
            "type": "string",
            "format": "decimal"
          },
          "prepaid": {
            "description": "A decimal as text, exactly as it was written: \"100.00\".",
            "type": "string",
            "format": "decimal"
          },
          "rounding": {
            "description": "A decimal as text, exactly as it was written: \"100.00\".",
            "type": "string",
            "format": "decimal"
          },
          "payable": {
            "description": "A decimal as text, exactly as it was written: \"100.00\".",
            "type": "string",
            "format": "decimal"
          }
        }
      }
    }
  },
  "supplier": {
    "description": "A supplier as Visma knows it, with the supplier's own limits of order match.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "supplierNo",
      "name"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a supplier.",
        "const": "supplier"
      },
      "supplierNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "name": {
        "type": "string"
      },
      "organisationNo": {
        "description": "As registered; invoices find their supplier by it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "\\S"
      },
      "endpoints": {
        "description": "Addresses that the supplier sends from.",
        "type": "array",
        "maxItems": 100,
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "scheme",
            "id"
          ],
          "properties": {
            "scheme": {
              "description": "Peppol's code of the address scheme.",
              "type": "string",
              "minLength": 1
            },
            "id": {
              "type": "string",
              "minLength": 1
            }
          }
        }
      },
      "vatNo": {
        "type": "string"
      },
      "bankAccounts": {
        "description": "BBAN or IBAN; an invoice that asks for payment to another account is held.",
        "type": "array",
        "maxItems": 100,
        "items": {
          "type": "string",
          "minLength": 1
        }
      },
      "payees": {
        "description": "Who else may be paid in the supplier's place, such as a factoring company: organisation numbers or names. An invoice that names another payee is held.",
        "type": "array",
        "maxItems": 100,
        "items": {
          "type": "string",
          "minLength": 1
        }
      },
      "paymentTerms": {
        "description": "ePack's code.",
        "type": "string"
      },
      "tolerancePercent": {
        "description": "Allowed deviation in per cent of the invoice amount, 0 to 100, for this supplier; takes the place of the company's. Null or left out: the company's counts. 0: only exact is inside.",
        "type": [
          "string",
          "null"
        ],
        "format": "decimal",
        "pattern": "^0*(100(\\.0*)?|\\d{1,2}(\\.\\d*)?)$",
        "default": null
      },
      "toleranceAmount": {
        "description": "Allowed deviation as an amount, for this supplier; takes the place of the company's. Null or left out: the company's counts.",
        "type": [
          "string",
          "null"
        ],
        "format": "decimal",
        "pattern": "^\\d+(\\.\\d*)?$",
        "default": null
      },
      "noAutomaticReceiptIfFreight": {
        "description": "Hold the receipt of an invoice that charges freight.",
        "type": "boolean",
        "default": false
      },
      "noAutomaticReceiptIfFees": {
        "description": "Hold the receipt of an invoice that charges a fee or a rounding amount.",
        "type": "boolean",
        "default": false
      },
      "prepayment": {
        "description": "Orders to this supplier are paid before they are received.",
        "type": "boolean",
        "default": false
      },
      "invoiceResponse": {
        "description": "What this supplier is told about its invoices; takes the place of the setting of the invoices channel. Null or left out: that one counts. Nothing is sent while the suppliers channel is off.",
        "anyOf": [
          {
            "enum": [
              "off",
              "decisions",
              "all"
            ]
          },
          {
            "type": "null"
          }
        ],
        "default": null
      },
      "kidRequired": {
        "description": "Invoices of this supplier must carry a payment reference with a valid check digit.",
        "type": "boolean",
        "default": false
      }
    }
  },
  "terms-warning": {
    "description": "A document made in Visma whose payment terms have to be checked, or might have to be: its terms are not those of ePack.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "entity",
      "documentNo",
      "severity",
      "rule",
      "vismaTerms",
      "ePackTerms"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a terms warning.",
        "const": "terms-warning"
      },
      "deliveryId": {
        "description": "The delivery id that also stands in the file name.",
        "type": "string"
      },
      "entity": {
        "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "documentNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "severity": {
        "description": "`must`: to be checked; `might`: perhaps.",
        "enum": [
          "must",
          "might"
        ]
      },
      "rule": {
        "description": "Why: which kind of document takes its terms from elsewhere.",
        "type": "string",
        "minLength": 1
      },
      "vismaTerms": {
        "description": "On the document.",
        "type": "string"
      },
      "ePackTerms": {
        "type": [
          "string",
          "null"
        ],
        "description": "What ePack has for the party, as Visma's id; null where it has none."
      }
    }
  },
  "visma-document": {
    "description": "A document that was made in Visma itself: its payment terms may differ from those of ePack.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "entity",
      "documentNo",
      "kind",
      "partyNo",
      "terms"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a Visma document.",
        "const": "visma-document"
      },
      "entity": {
        "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "documentNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "kind": {
        "description": "Credit notes, credit corrections, invoices made by hand or from a template, and copied orders take their terms from elsewhere than ePack.",
        "enum": [
          "sales-invoice",
          "credit-note",
          "purchase-invoice",
          "credit-correction",
          "template-invoice",
          "copied-order"
        ]
      },
      "orderType": {
        "description": "Visma.net's order type, where there is one.",
        "enum": [
          "SO",
          "CM",
          "CS",
          "CR",
          "IN",
          "RC",
          "RM",
          "RR"
        ]
      },
      "partyNo": {
        "description": "Number of the customer or supplier.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "terms": {
        "description": "Visma's id of the payment terms on the document.",
        "type": "string",
        "minLength": 1
      },
      "originalOrderNo": {
        "description": "The order that was copied or credited.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "ePackOrderNo": {
        "description": "Absent where no order of ePack belongs to it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "createInvoiceTicked": {
        "description": "The box \"create invoice\" of a purchase receipt was ticked.",
        "type": "boolean"
      }
    }
  },
  "visma-purchase-invoice": {
    "description": "A purchase invoice of ePack as Visma gets it, with the payment terms that ePack has for the supplier.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "entity",
      "supplierNo",
      "invoiceNo",
      "source",
      "invoiceDate",
      "currency",
      "netAmount",
      "vatAmount",
      "createInvoice"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a Visma purchase invoice.",
        "const": "visma-purchase-invoice"
      },
      "deliveryId": {
        "description": "The delivery id that also stands in the file name.",
        "type": "string"
      },
      "entity": {
        "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "supplierNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "invoiceNo": {
        "description": "The supplier's own.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "source": {
        "description": "Where it was registered: `epack` in ePack itself, `dashboard` in its dashboard.",
        "enum": [
          "epack",
          "dashboard"
        ]
      },
      "invoiceDate": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      },
      "currency": {
        "description": "ISO 4217 code of a currency.",
        "type": "string",
        "pattern": "^[A-Z]{3}$"
      },
      "orderNo": {
        "description": "The purchase order that it belongs to.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "netAmount": {
        "description": "A decimal as text, exactly as it was written: \"100.00\".",
        "type": "string",
        "format": "decimal"
      },
      "vatAmount": {
        "description": "A decimal as text, exactly as it was written: \"100.00\".",
        "type": "string",
        "format": "decimal"
      },
      "vismaTerms": {
        "description": "Visma's id of the payment terms that ePack has for the party; left out for an entity whose terms are not kept in ePack.",
        "type": "string",
        "minLength": 1
      },
      "createInvoice": {
        "description": "Always false: the invoice exists, and a receipt must not make another.",
        "const": false
      },
      "purchaseOrder": {
        "description": "The order that gets the same terms.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "orderNo",
          "terms"
        ],
        "properties": {
          "orderNo": {
            "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
            "type": "string",
            "minLength": 1,
            "maxLength": 255,
            "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
          },
          "terms": {
            "description": "Visma's id of the payment terms for the order.",
            "type": "string",
            "minLength": 1
          }
        }
      },
      "lines": {
        "type": "array",
        "maxItems": 100000,
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "lineNo",
            "quantity",
            "amount"
          ],
          "properties": {
            "lineNo": {
              "type": "integer",
              "minimum": 0
            },
            "productNo": {
              "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
            },
            "description": {
              "type": "string"
            },
            "quantity": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "unit": {
              "description": "UN/ECE Recommendation 20 code.",
              "type": "string",
              "minLength": 1
            },
            "unitPrice": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal"
            },
            "amount": {
              "description": "Without VAT.",
              "type": "string",
              "format": "decimal"
            },
            "account": {
              "type": "string",
              "minLength": 1
            },
            "project": {
              "type": "string",
              "minLength": 1
            }
          }
        }
      }
    }
  },
  "visma-sales-order": {
    "description": "A sales order as Visma gets it: one for each order and attempt. The payment terms are those of ePack.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "entity",
      "orderNo",
      "attempt",
      "key",
      "orderType",
      "customerNo",
      "orderDate",
      "deliveryDate",
      "currency",
      "lines"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a Visma sales order.",
        "const": "visma-sales-order"
      },
      "deliveryId": {
        "description": "The delivery id that also stands in the file name.",
        "type": "string"
      },
      "entity": {
        "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "orderNo": {
        "description": "ePack's number of the order.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "attempt": {
        "description": "Which export of the order this is.",
        "type": "integer",
        "minimum": 1
      },
      "key": {
        "description": "Entity, order number and attempt: by it the order is found in Visma.",
        "type": "string",
        "minLength": 1,
        "maxLength": 40
      },
      "orderType": {
        "description": "Visma.net's order type: `SO` sales order, `CM` credit note, `CS` cash sale, `CR` cash return, `IN` invoice, `RC` return for credit, `RM` authorised return, `RR` return with replacement.",
        "enum": [
          "SO",
          "CM",
          "CS",
          "CR",
          "IN",
          "RC",
          "RM",
          "RR"
        ]
      },
      "customerNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "orderDate": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      },
      "deliveryDate": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      },
      "currency": {
        "description": "ISO 4217 code of a currency.",
        "type": "string",
        "pattern": "^[A-Z]{3}$"
      },
      "vismaTerms": {
        "description": "Visma's id of the payment terms that ePack has for the party; left out for an entity whose terms are not kept in ePack.",
        "type": "string",
        "minLength": 1
      },
      "customerReference": {
        "type": "string"
      },
      "originalOrderType": {
        "description": "Type of the order that a credit note or return refers to.",
        "enum": [
          "SO",
          "CM",
          "CS",
          "CR",
          "IN",
          "RC",
          "RM",
          "RR"
        ]
      },
      "originalOrderNo": {
        "description": "Visma's number of that order where it is known, else ePack's.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "shipmentNo": {
        "description": "ePack's number of the shipment.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "freight": {
        "description": "Premium freight, without VAT.",
        "type": "string",
        "format": "decimal"
      },
      "lines": {
        "type": "array",
        "maxItems": 100000,
        "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "lineNo",
            "productNo",
            "quantity",
            "unitPrice"
          ],
          "properties": {
            "lineNo": {
              "type": "integer",
              "minimum": 0
            },
            "productNo": {
              "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
              "type": "string",
              "minLength": 1,
              "maxLength": 255,
              "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
            },
            "description": {
              "type": "string"
            },
            "quantity": {
              "description": "In the line's unit; zero on a line of which nothing was delivered.",
              "type": "string",
              "format": "decimal"
            },
            "unit": {
              "description": "UN/ECE Recommendation 20 code; left out: the product's.",
              "type": "string",
              "minLength": 1
            },
            "unitPrice": {
              "description": "Price of one unit, before the discount.",
              "type": "string",
              "format": "decimal"
            },
            "discountPercent": {
              "description": "A decimal as text, exactly as it was written: \"100.00\".",
              "type": "string",
              "format": "decimal",
              "default": "0"
            }
          }
        }
      }
    }
  },
  "visma-status": {
    "description": "What Visma says of a sales order that was sent to it.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "entity",
      "orderNo",
      "code",
      "at"
    ],
    "properties": {
      "document": {
        "description": "Says that this is a Visma status.",
        "const": "visma-status"
      },
      "entity": {
        "description": "The accounting (entity) that it belongs to, as in `entities` of site.yaml.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "orderNo": {
        "description": "ePack's number of the order.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "attempt": {
        "description": "Which export of the order it answers; left out: found by the Visma order number or the instant.",
        "type": "integer",
        "minimum": 1
      },
      "code": {
        "description": "200 order and shipment created, 201 invoiced (the sales invoice is released), 202 cancelled, 500 could not be created. Any other is refused as `UNKNOWN_STATUS`.",
        "type": "integer",
        "minimum": 100,
        "maximum": 999
      },
      "at": {
        "description": "When it happened in Visma.",
        "type": "string",
        "format": "date-time"
      },
      "text": {
        "description": "What people read: of 500 the cause in words.",
        "type": "string"
      },
      "cause": {
        "description": "The cause of 500 as a code, where the sender knows one.",
        "type": "string",
        "minLength": 1
      },
      "vismaOrderNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "vismaShipmentNo": {
        "description": "A number or code that something is looked up by: text, because leading zeros count, with no white space around it and no control characters in it.",
        "type": "string",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[^\\s\\u0000-\\u001F\\u007F-\\u009F]([^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*[^\\s\\u0000-\\u001F\\u007F-\\u009F])?$"
      },
      "invoiceNo": {
        "type": "string",
        "minLength": 1
      },
      "invoiceDate": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      },
      "dueDate": {
        "description": "A plain date: \"2026-11-21\".",
        "type": "string",
        "format": "date"
      },
      "net": {
        "description": "Of the invoice, without VAT.",
        "type": "string",
        "format": "decimal"
      },
      "vat": {
        "description": "A decimal as text, exactly as it was written: \"100.00\".",
        "type": "string",
        "format": "decimal"
      },
      "gross": {
        "description": "A decimal as text, exactly as it was written: \"100.00\".",
        "type": "string",
        "format": "decimal"
      },
      "outstanding": {
        "description": "What the client still owes of it.",
        "type": "string",
        "format": "decimal"
      }
    }
  },
  "voucher-batch": {
    "description": "A batch of vouchers for Visma: the pre-registration of a matched supplier invoice, or what reverses it. It has its effect when the batch is updated in Visma. One key, one batch, ever: whoever has taken a key in passes over it the second time.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "document",
      "key",
      "documentId",
      "batch"
    ],
    "properties": {
      "document": {
        "const": "voucher-batch"
      },
      "deliveryId": {
        "type": "string",
        "description": "The delivery id that also stands in the file name."
      },
      "key": {
        "type": "string",
        "description": "Names this batch and no other."
      },
      "documentId": {
        "type": "string",
        "description": "The supplier invoice that it belongs to."
      },
      "batch": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "voucherSeries",
          "vouchers"
        ],
        "properties": {
          "no": {
            "description": "Left out: Visma gives it.",
            "type": "integer"
          },
          "voucherSeries": {
            "type": "integer"
          },
          "reversalOf": {
            "type": "string",
            "description": "Key of the batch that this one reverses."
          },
          "vouchers": {
            "type": "array",
            "minItems": 1,
            "items": {
              "description": "One voucher: one amount between a ledger account and a supplier. One of the two accounts is there, the other is left empty.",
              "type": "object",
              "additionalProperties": false,
              "required": [
                "voucherType",
                "date",
                "crossAccount",
                "amount",
                "vatAmount",
                "currency",
                "invoiceNo",
                "dueDate",
                "kid",
                "accountingDocumentNo",
                "text"
              ],
              "properties": {
                "voucherNo": {
                  "description": "Only where the series has a next number in the settings; otherwise Visma gives it.",
                  "type": "integer",
                  "minimum": 1
                },
                "voucherType": {
                  "type": "integer"
                },
                "date": {
                  "description": "Voucher date, in an open period.",
                  "type": "string",
                  "format": "date"
                },
                "debitAccount": {
                  "description": "The ledger account where it is debited; the supplier is then credited.",
                  "type": "string"
                },
                "creditAccount": {
                  "description": "The ledger account where it is credited; the supplier is then debited.",
                  "type": "string"
                },
                "crossAccount": {
                  "description": "The other side: always the supplier.",
                  "type": "string"
                },
                "amount": {
                  "description": "Never negative: the side of the account says which way it goes. Net, VAT and rounding, never less what is prepaid.",
                  "type": "string",
                  "format": "decimal"
                },
                "vatAmount": {
                  "description": "Zero: input VAT belongs to the receipt.",
                  "type": "string",
                  "format": "decimal"
                },
                "currency": {
                  "description": "ISO 4217 code of a currency.",
                  "type": "string",
                  "pattern": "^[A-Z]{3}$"
                },
                "invoiceNo": {
                  "type": "string"
                },
                "dueDate": {
                  "description": "A plain date: \"2026-11-21\".",
                  "type": [
                    "string",
                    "null"
                  ],
                  "format": "date"
                },
                "kid": {
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "counterReference": {
                  "description": "Of a voucher that reverses another: the number of that voucher, or where Visma gave it the invoice number, so that the two entries of the supplier are settled against each other.",
                  "type": "string"
                },
                "accountingDocumentNo": {
                  "description": "The number that order, product transaction and voucher share, so that an invoice can be found from its voucher.",
                  "type": "integer"
                },
                "text": {
                  "type": "string"
                }
              }
            }
          }
        }
      }
    }
  }
};
