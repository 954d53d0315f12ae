// Generated from schemas/ by src/tools/generate.ts. Do not edit.

/** The JSON Schema of mappings/site.yaml, complete in itself, with titles, descriptions, defaults and Visma names. */
export const SITE_SCHEMA: object = {
  "title": "Settings of a site",
  "x-type": "SiteSettings",
  "description": "mappings/site.yaml: this installation, its channels, its entities and the settings of its rules. site, entities and company are needed; everything else has a default.",
  "examples": [
    {
      "site": {
        "name": "Demo"
      },
      "entities": [
        {
          "id": "NO01"
        }
      ],
      "company": {
        "tolerancePercent": "2",
        "toleranceAmount": "50.00",
        "orderProcessing": {
          "automaticReceipt": true,
          "noPartialReceipt": true
        }
      }
    }
  ],
  "type": "object",
  "additionalProperties": false,
  "required": [
    "site",
    "entities",
    "company"
  ],
  "properties": {
    "site": {
      "title": "Site",
      "description": "Who this installation is.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "name"
      ],
      "properties": {
        "name": {
          "title": "Name",
          "description": "Name of this installation, as people see it.",
          "type": "string",
          "minLength": 1,
          "maxLength": 255,
          "examples": [
            "Demo"
          ]
        },
        "timeZone": {
          "title": "Time zone",
          "description": "IANA name of the time zone that business dates are counted in.",
          "type": "string",
          "minLength": 1,
          "maxLength": 255,
          "default": "Europe/Oslo",
          "examples": [
            "Europe/Oslo",
            "Europe/Amsterdam"
          ]
        },
        "language": {
          "title": "Language",
          "description": "Language of texts for people: English, Norwegian (bokmål) or Dutch.",
          "type": "string",
          "enum": [
            "en",
            "nb",
            "nl"
          ],
          "default": "en"
        },
        "currency": {
          "description": "The currency of the accounts, ISO 4217.",
          "type": "string",
          "pattern": "^[A-Z]{3}$",
          "x-says": "three capital letters, such as NOK",
          "examples": [
            "NOK",
            "EUR"
          ],
          "title": "Currency",
          "default": "NOK"
        }
      }
    },
    "entities": {
      "title": "Entities",
      "description": "The sales entities (accountings) of this installation; one site is one Visma Business company.",
      "type": "array",
      "minItems": 1,
      "maxItems": 1000,
      "examples": [
        [
          {
            "id": "NO01",
            "name": "Nordlys Kontor AS",
            "paymentTermsMaintained": true,
            "visma": "net"
          }
        ]
      ],
      "items": {
        "title": "Entity",
        "description": "One accounting.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id"
        ],
        "properties": {
          "id": {
            "title": "Id",
            "description": "How ePack and Visma name the entity; it begins the key of every sales order.",
            "type": "string",
            "pattern": "^[^\\s/]{1,40}$",
            "x-says": "up to 40 characters without spaces or slashes",
            "examples": [
              "NO01"
            ]
          },
          "name": {
            "title": "Name",
            "description": "Name for people.",
            "type": "string",
            "minLength": 1,
            "maxLength": 255,
            "examples": [
              "Nordlys Kontor AS"
            ]
          },
          "paymentTermsMaintained": {
            "title": "Payment terms maintained",
            "description": "Payment terms of this entity are kept in ePack and sent with every document (B003); false: the field is left out.",
            "type": "boolean",
            "default": true,
            "x-optional": true
          },
          "visma": {
            "title": "Visma",
            "description": "Which Visma the entity is in.",
            "type": "string",
            "enum": [
              "net",
              "business"
            ],
            "default": "net",
            "x-optional": true
          }
        }
      }
    },
    "schedule": {
      "title": "Schedule",
      "description": "When things happen by themselves.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "nightRun": {
          "title": "Night run",
          "description": "Time of day of the night run of the sales flow, in the site's time zone.",
          "type": "string",
          "pattern": "^([01]\\d|2[0-3]):[0-5]\\d$",
          "x-says": "a time of day such as \"04:15\"",
          "default": "04:15",
          "examples": [
            "04:15"
          ]
        },
        "nightRunDate": {
          "title": "Business date of the night run",
          "description": "Which business date the night run works for: the day before it runs, or the day it runs on.",
          "type": "string",
          "enum": [
            "previous-day",
            "same-day"
          ],
          "default": "previous-day"
        }
      },
      "default": {}
    },
    "company": {
      "title": "Company",
      "description": "Settings of the company for order match (Bedriftsopplysninger).",
      "x-type": "CompanySettings",
      "x-visma": "Bedriftsopplysninger",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "organisationNo": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1,
          "maxLength": 255,
          "title": "Organisation number",
          "description": "Invoices addressed to another buyer are held. Null or left out: not checked.",
          "default": null,
          "examples": [
            "991825827"
          ]
        },
        "feeAndRoundingProduct": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1,
          "maxLength": 255,
          "title": "Product for fees and rounding",
          "description": "Product number that order match books fees and rounding amounts on. Null: an invoice with a fee gets status 11.",
          "x-visma": "OnAcProd (Produkt gebyrer og avrunding)",
          "default": null,
          "examples": [
            "G900"
          ]
        },
        "freightProduct": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1,
          "maxLength": 255,
          "title": "Product for freight",
          "description": "Product number that order match books freight on. Null: an invoice with freight gets status 11.",
          "x-visma": "Fr4Prod (Frakt 4 produktnr)",
          "default": null,
          "examples": [
            "F400"
          ]
        },
        "tolerancePercent": {
          "x-type": "DecimalText",
          "description": "Allowed deviation in per cent of the invoice amount, 0 to 100. Null: no per cent limit is set; 0: only exact is inside. When both limits are null, only exact is inside.",
          "type": [
            "string",
            "null"
          ],
          "format": "decimal",
          "examples": [
            "2"
          ],
          "pattern": "^0*(100(\\.0*)?|\\d{1,2}(\\.\\d*)?)$",
          "x-says": "a per cent from 0 to 100, such as \"2\" or \"2.5\"",
          "title": "Tolerance, per cent",
          "x-visma": "IIDvTlP (Inngående faktura avvikstoleranse %)",
          "default": null
        },
        "toleranceAmount": {
          "x-type": "DecimalText",
          "description": "Allowed deviation as an amount, in the currency of the invoice. Null: no amount limit is set; 0: only exact is inside.",
          "type": [
            "string",
            "null"
          ],
          "format": "decimal",
          "examples": [
            "50.00"
          ],
          "pattern": "^\\d+(\\.\\d*)?$",
          "x-says": "an amount of zero or more, such as \"50.00\"",
          "title": "Tolerance, amount",
          "x-visma": "IIDvTlAm (Inngående faktura avvikstoleransebeløp)",
          "default": null
        },
        "preregistrationVoucherSeries": {
          "type": [
            "integer",
            "null"
          ],
          "minimum": 1,
          "maximum": 999999,
          "title": "Voucher series of the pre-registration",
          "description": "Number of the voucher series that pre-registration vouchers are written in; one of voucherSeries, and with a voucher type.",
          "x-visma": "OrdMaPRVoSr (Inngående dokument forhåndsreg. serie)",
          "default": null,
          "examples": [
            40
          ],
          "x-says": "the number of a voucher series"
        },
        "orderProcessing": {
          "title": "Order processing",
          "description": "Switches of order match (Ordrebehandling 2 and 3).",
          "x-visma": "Ordrebehandling 2 and 3",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "allowNoDeviation": {
              "title": "Allow no deviation",
              "description": "Any deviation puts the order line outside tolerance; the limits of company and suppliers are disregarded.",
              "x-visma": "Ordrebehandling 2: Tillat ikke avvik",
              "type": "boolean",
              "default": false
            },
            "preregisterIncomingDocuments": {
              "title": "Pre-register incoming documents",
              "description": "Write a voucher for every matched invoice before it is received. Never together with automaticReceipt.",
              "x-visma": "Ordrebehandling 2: Forhåndsreg. av inngående dokumenter",
              "type": "boolean",
              "default": false
            },
            "automaticReceipt": {
              "title": "Automatic receipt",
              "description": "Receive matched order lines that are inside tolerance without a person. Never together with preregisterIncomingDocuments.",
              "x-visma": "Ordrebehandling 2: Ordrematch automatisk fakturamottak",
              "type": "boolean",
              "default": false
            },
            "noPartialReceipt": {
              "title": "No partial receipt",
              "description": "Receive an invoice only when all its lines are inside tolerance. Only asked when automaticReceipt is on.",
              "x-visma": "Ordrebehandling 3: Ingen delvis fakturamottak for ordrematch",
              "type": "boolean",
              "default": false
            },
            "reversePreregistrationOnReject": {
              "title": "Reverse the pre-registration on reject",
              "description": "Rejecting an invoice writes a voucher that reverses its pre-registration.",
              "x-visma": "Ordrebehandling 3: Tilbakefør forhåndsregistrering for ordrematch ved avvising av faktura",
              "type": "boolean",
              "default": false
            }
          },
          "default": {}
        }
      }
    },
    "orderMatch": {
      "title": "Order match",
      "description": "How order match decides where the source is silent.",
      "x-type": "OrderMatchSettings",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "toleranceCombination": {
          "title": "Combination of the limits",
          "description": "When a per cent and an amount are both set: both must hold, or either is enough.",
          "type": "string",
          "enum": [
            "both",
            "either"
          ],
          "default": "both"
        },
        "direction": {
          "title": "Direction",
          "description": "Which deviations count: both ways, or only those to the buyer's disadvantage. Both ways where no deviation is allowed.",
          "type": "string",
          "enum": [
            "both",
            "over"
          ],
          "default": "both"
        },
        "lineCharges": {
          "title": "Charges on a line",
          "description": "Charges on an invoice line are split out of the line, or kept in its amount.",
          "type": "string",
          "enum": [
            "split",
            "keep"
          ],
          "default": "split"
        },
        "documentAmountCap": {
          "x-type": "DecimalText",
          "description": "The most that the deviations of all lines may add up to. Null: no cap.",
          "type": [
            "string",
            "null"
          ],
          "format": "decimal",
          "examples": [
            "500.00"
          ],
          "pattern": "^\\d+(\\.\\d*)?$",
          "x-says": "an amount of zero or more, such as \"50.00\"",
          "title": "Cap of the document",
          "default": null
        },
        "chargeLimitPercent": {
          "x-type": "DecimalText",
          "description": "Charges above this per cent of the goods' net give status 4, and a rounding of more than 1.00 counts as one. Null: no limit.",
          "type": [
            "string",
            "null"
          ],
          "format": "decimal",
          "examples": [
            "25"
          ],
          "pattern": "^0*(100(\\.0*)?|\\d{1,2}(\\.\\d*)?)$",
          "x-says": "a per cent from 0 to 100, such as \"2\" or \"2.5\"",
          "title": "Limit of charges",
          "default": "25"
        },
        "freightLimit": {
          "x-type": "DecimalText",
          "description": "The most freight on one invoice. Null: no limit.",
          "type": [
            "string",
            "null"
          ],
          "format": "decimal",
          "examples": [
            "500.00"
          ],
          "pattern": "^\\d+(\\.\\d*)?$",
          "x-says": "an amount of zero or more, such as \"50.00\"",
          "title": "Limit of freight",
          "default": null
        },
        "feeLimit": {
          "x-type": "DecimalText",
          "description": "The most fees on one invoice, a rounding of more than 1.00 among them. Null: no limit.",
          "type": [
            "string",
            "null"
          ],
          "format": "decimal",
          "examples": [
            "100.00"
          ],
          "pattern": "^\\d+(\\.\\d*)?$",
          "x-says": "an amount of zero or more, such as \"50.00\"",
          "title": "Limit of fees",
          "default": null
        },
        "freightReasonCodes": {
          "title": "Reason codes of freight",
          "description": "Charge reason codes (UNCL 7161) that are freight whatever the words say.",
          "type": "array",
          "maxItems": 100,
          "items": {
            "type": "string",
            "pattern": "^[A-Z]{2,3}$",
            "x-says": "a charge reason code such as FC"
          },
          "default": [],
          "examples": [
            [
              "FC"
            ]
          ]
        },
        "requireGoodsReceipt": {
          "title": "Require goods receipt",
          "description": "Receive no more than has come into the warehouse; the rest waits (status 8).",
          "type": "boolean",
          "default": false
        },
        "classCAutomatic": {
          "title": "Class C automatic",
          "description": "Receive automatically also where the choice of the order line changed an account, a project or a price.",
          "type": "boolean",
          "default": false
        },
        "acceptR120Failures": {
          "title": "Accept lines that do not multiply",
          "description": "Match a line whose net is not quantity times price on its net; off: such an invoice gets status 7.",
          "type": "boolean",
          "default": false
        },
        "orderFromText": {
          "title": "Order number from text",
          "description": "What an order number found in free text is worth.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "buyerReference": {
              "title": "Buyer reference",
              "description": "In the buyer reference: use it, use it but hold the invoice for a person's nod, or do not look.",
              "type": "string",
              "enum": [
                "use",
                "propose",
                "off"
              ],
              "default": "use"
            },
            "note": {
              "title": "Notes",
              "description": "In notes and item texts: use it, use it but hold the invoice for a person's nod, or do not look.",
              "type": "string",
              "enum": [
                "use",
                "propose",
                "off"
              ],
              "default": "propose"
            }
          },
          "default": {}
        },
        "learnedNeedsConfirm": {
          "title": "Learned links need confirmation",
          "description": "The first use of a learned product link is held for a person.",
          "type": "boolean",
          "default": true
        },
        "mandatoryValues": {
          "title": "Mandatory values",
          "description": "Values an invoice must state beside those that always are mandatory; without one it gets status 7.",
          "type": "array",
          "maxItems": 100,
          "uniqueItems": true,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255
          },
          "default": [],
          "examples": [
            [
              "kid",
              "due-date"
            ]
          ]
        },
        "orderNumberPatterns": {
          "title": "Patterns of order numbers",
          "description": "Regular expressions for how your order numbers are written on invoices; the first group is the number.",
          "type": "array",
          "maxItems": 100,
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "default": [
            "PO-(.+)"
          ],
          "examples": [
            [
              "PO-(.+)"
            ]
          ]
        },
        "counterVoucherAtReceipt": {
          "title": "Counter-voucher at receipt",
          "description": "Receipt of a pre-registered invoice writes the voucher that clears the pre-registration; off where Visma does it itself.",
          "type": "boolean",
          "default": true
        },
        "preregistrationDate": {
          "title": "Date of the pre-registration",
          "description": "Voucher date: the invoice's, or the day of registration.",
          "type": "string",
          "enum": [
            "invoice",
            "registration"
          ],
          "default": "invoice"
        },
        "dueDate": {
          "title": "Due date of the voucher",
          "description": "Counted from ePack's terms, or taken from the invoice.",
          "type": "string",
          "enum": [
            "terms",
            "invoice"
          ],
          "default": "terms"
        },
        "closedUntil": {
          "x-type": "PlainDateText",
          "description": "Last day of the closed period; vouchers are dated after it. Null: nothing is closed.",
          "type": [
            "string",
            "null"
          ],
          "format": "date",
          "examples": [
            "2026-09-30"
          ],
          "title": "Closed until",
          "default": null
        }
      },
      "default": {}
    },
    "voucherSeries": {
      "title": "Voucher series",
      "description": "Voucher series of Visma that vouchers are written in.",
      "x-visma": "Bilagsserie",
      "type": "array",
      "maxItems": 1000,
      "default": [],
      "examples": [
        [
          {
            "no": 40,
            "voucherType": 21
          }
        ]
      ],
      "items": {
        "title": "Voucher series",
        "description": "One series.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "no"
        ],
        "properties": {
          "no": {
            "title": "Number",
            "description": "Number of the series.",
            "type": "integer",
            "minimum": 1,
            "maximum": 999999999,
            "examples": [
              40
            ],
            "x-says": "a whole number from 1"
          },
          "voucherType": {
            "title": "Voucher type",
            "description": "Number of the voucher type, one of voucherTypes.",
            "type": "integer",
            "minimum": 1,
            "maximum": 999999999,
            "examples": [
              21
            ],
            "x-says": "a whole number from 1"
          },
          "next": {
            "title": "Next number",
            "description": "Next voucher number; left out, Visma gives the numbers.",
            "type": "integer",
            "minimum": 1,
            "maximum": 999999999,
            "examples": [
              40001
            ],
            "x-says": "a whole number from 1"
          }
        }
      }
    },
    "voucherTypes": {
      "title": "Voucher types",
      "description": "Voucher types of Visma.",
      "x-visma": "Bilagsart",
      "type": "array",
      "maxItems": 1000,
      "default": [],
      "examples": [
        [
          {
            "no": 21,
            "debitAccount": "1599"
          }
        ]
      ],
      "items": {
        "title": "Voucher type",
        "description": "One type.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "no"
        ],
        "properties": {
          "no": {
            "title": "Number",
            "description": "Number of the type.",
            "type": "integer",
            "minimum": 1,
            "maximum": 999999999,
            "examples": [
              21
            ],
            "x-says": "a whole number from 1"
          },
          "debitAccount": {
            "title": "Debit account",
            "description": "Account that the pre-registration debits; a balance-sheet account.",
            "type": "string",
            "minLength": 1,
            "maxLength": 255,
            "examples": [
              "1599"
            ]
          },
          "updateOrder": {
            "title": "Update order",
            "description": "2: a voucher of this type updates the prepayment status of its order.",
            "x-visma": "Oppdat. ordre",
            "type": [
              "integer",
              "null"
            ],
            "enum": [
              1,
              2,
              null
            ],
            "examples": [
              2
            ]
          }
        }
      }
    },
    "prepayment": {
      "title": "Prepayment",
      "description": "Orders that are paid before they go on.",
      "x-type": "PrepaymentSettings",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "factoringCompanies": {
          "title": "Factoring companies",
          "description": "How payments of prepayment orders are told apart in bank files.",
          "x-visma": "Factoringselskap",
          "type": "array",
          "maxItems": 100,
          "default": [],
          "items": {
            "title": "Factoring company",
            "description": "One factoring company.",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "id",
              "voucherSeries"
            ],
            "properties": {
              "id": {
                "title": "Id",
                "description": "Number of the factoring company.",
                "type": "integer",
                "minimum": 1,
                "maximum": 999999999,
                "examples": [
                  1
                ],
                "x-says": "a whole number from 1"
              },
              "prepayment": {
                "title": "Prepayment",
                "description": "Payments in this voucher series are looked up among prepayment orders.",
                "x-visma": "Betalingsbehandling: Forskuddsbetaling",
                "type": "boolean",
                "default": false
              },
              "voucherSeries": {
                "title": "Voucher series",
                "description": "The voucher series of prepayment documents.",
                "type": "integer",
                "minimum": 1,
                "maximum": 999999999,
                "examples": [
                  70
                ],
                "x-says": "a whole number from 1"
              },
              "firstVoucherNo": {
                "title": "First voucher number",
                "description": "First number of the prepayment series.",
                "type": "integer",
                "minimum": 1,
                "maximum": 999999999,
                "examples": [
                  70000
                ],
                "x-says": "a whole number from 1"
              },
              "lastVoucherNo": {
                "title": "Last voucher number",
                "description": "Last number of the prepayment series.",
                "type": "integer",
                "minimum": 1,
                "maximum": 999999999,
                "examples": [
                  79999
                ],
                "x-says": "a whole number from 1"
              },
              "kid": {
                "title": "KID",
                "description": "How the payment reference is built.",
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "algorithm",
                  "referenceStart",
                  "referenceDigits"
                ],
                "properties": {
                  "algorithm": {
                    "title": "Check digit",
                    "description": "How the check digit is computed.",
                    "type": "string",
                    "enum": [
                      "mod10",
                      "mod11"
                    ]
                  },
                  "customerStart": {
                    "title": "Customer number begins",
                    "description": "Position of the customer number, from 1.",
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 999999999,
                    "examples": [
                      1
                    ],
                    "x-says": "a whole number from 1"
                  },
                  "customerDigits": {
                    "title": "Digits of the customer number",
                    "description": "How many digits.",
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 999999999,
                    "examples": [
                      6
                    ],
                    "x-says": "a whole number from 1"
                  },
                  "referenceStart": {
                    "title": "Reference begins",
                    "description": "Position of the document number, from 1.",
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 999999999,
                    "examples": [
                      7
                    ],
                    "x-says": "a whole number from 1"
                  },
                  "referenceDigits": {
                    "title": "Digits of the reference",
                    "description": "How many digits.",
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 999999999,
                    "examples": [
                      6
                    ],
                    "x-says": "a whole number from 1"
                  }
                }
              }
            }
          }
        },
        "transactionTypes": {
          "title": "Transaction types",
          "description": "Which transaction types take part: 1 sale, 6 purchase.",
          "type": "array",
          "uniqueItems": true,
          "maxItems": 2,
          "items": {
            "type": "integer",
            "enum": [
              1,
              6
            ]
          },
          "default": [
            1,
            6
          ]
        },
        "cumulative": {
          "title": "Cumulative",
          "description": "Several payments of one order are added up.",
          "type": "boolean",
          "default": true
        }
      },
      "default": {}
    },
    "salesInvoices": {
      "title": "Sales invoices",
      "description": "How sales invoices are put together.",
      "x-type": "SalesInvoiceSettings",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "validateTotals": {
          "title": "Validate totals",
          "description": "An invoice must balance with its control total before it is released.",
          "type": "boolean",
          "default": false
        },
        "freightAllocation": {
          "title": "Freight allocation",
          "description": "How the freight of an order is spread over its invoices: all of it on the first, or in proportion to what is invoiced.",
          "type": "string",
          "enum": [
            "full-amount-first-time",
            "allocate-proportionally"
          ],
          "default": "full-amount-first-time"
        },
        "commissionAt": {
          "title": "Commission",
          "description": "When commission is earned: when the invoice is released, or when it is paid.",
          "type": "string",
          "enum": [
            "release",
            "payment"
          ],
          "default": "release"
        }
      },
      "default": {}
    },
    "salesFlow": {
      "title": "Sales flow",
      "description": "How sales orders go from ePack to Visma.",
      "x-type": "SalesFlowSettings",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "zeroLinePolicy": {
          "title": "Lines of zero",
          "description": "An order that has lines of zero among others: it is held, the lines are dropped, or it is sent as it is.",
          "type": "string",
          "enum": [
            "block",
            "drop",
            "send"
          ],
          "default": "block"
        },
        "orderTerms": {
          "title": "Terms of an order",
          "description": "Whose payment terms go with an order: the client's at the moment of sending, or the order's own where it has some.",
          "type": "string",
          "enum": [
            "client",
            "override"
          ],
          "default": "client"
        },
        "missingTerms": {
          "title": "Missing terms",
          "description": "An order without payment terms is held, or sent without the field and with a note to a person.",
          "type": "string",
          "enum": [
            "hold",
            "omit"
          ],
          "default": "hold"
        },
        "statusWaitDays": {
          "title": "Days to wait for the order of a status",
          "description": "A status whose order is unknown waits this many days, then fails with an alert.",
          "type": "integer",
          "minimum": 0,
          "maximum": 3650,
          "default": 14,
          "x-says": "a number of days"
        },
        "recurringFailureAfter": {
          "title": "Recurring failure",
          "description": "After this many failures of one order somebody is told.",
          "type": "integer",
          "minimum": 1,
          "maximum": 1000,
          "default": 3,
          "x-says": "a number of failures, 1 or more"
        },
        "recurringFailureContact": {
          "title": "Contact for recurring failures",
          "description": "Whom the message names.",
          "type": "string",
          "maxLength": 255,
          "default": "raptor@groupepgs.com",
          "examples": [
            "raptor@groupepgs.com"
          ]
        },
        "possiblyDeletedAfterDays": {
          "title": "Possibly deleted",
          "description": "An order that is open in Visma for this many days without news may have been deleted there.",
          "type": "integer",
          "minimum": 1,
          "maximum": 3650,
          "default": 14,
          "x-says": "a number of days, 1 or more"
        }
      },
      "default": {}
    },
    "outputs": {
      "title": "Outputs",
      "description": "The form in which documents leave: \"canonical\" for canonical JSON, or the name of a mapping with \"direction: out\". \"ordrebro doctor\" lists the mappings in force.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "acknowledgement": {
          "title": "Acknowledgement",
          "description": "Form of one per file that was taken in: canonical, or the name of a mapping out for acknowledgement.",
          "type": "string",
          "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
          "default": "canonical",
          "x-says": "\"canonical\" or the name of a mapping"
        },
        "order-match-result": {
          "title": "Order match result",
          "description": "Form of what order match decided: canonical, or the name of a mapping out for order-match-result.",
          "type": "string",
          "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
          "default": "canonical",
          "x-says": "\"canonical\" or the name of a mapping"
        },
        "voucher-batch": {
          "title": "Voucher batch",
          "description": "Form of pre-registration vouchers and their reversals: canonical, or the name of a mapping out for voucher-batch.",
          "type": "string",
          "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
          "default": "visma-business-voucher-batch",
          "x-says": "\"canonical\" or the name of a mapping"
        },
        "visma-sales-order": {
          "title": "Visma sales order",
          "description": "Form of sales orders on their way to Visma: canonical, or the name of a mapping out for visma-sales-order.",
          "type": "string",
          "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
          "default": "visma-net-sales-order-v3",
          "x-says": "\"canonical\" or the name of a mapping"
        },
        "epack-status": {
          "title": "ePack status",
          "description": "Form of what became of an order in Visma: canonical, or the name of a mapping out for epack-status.",
          "type": "string",
          "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
          "default": "canonical",
          "x-says": "\"canonical\" or the name of a mapping"
        },
        "epack-invoiced": {
          "title": "ePack invoiced",
          "description": "Form of the effects of an invoiced order: canonical, or the name of a mapping out for epack-invoiced.",
          "type": "string",
          "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
          "default": "canonical",
          "x-says": "\"canonical\" or the name of a mapping"
        },
        "prepayment-release": {
          "title": "Prepayment release",
          "description": "Form of orders whose prepayment has come: canonical, or the name of a mapping out for prepayment-release.",
          "type": "string",
          "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
          "default": "canonical",
          "x-says": "\"canonical\" or the name of a mapping"
        },
        "visma-purchase-invoice": {
          "title": "Visma purchase invoice",
          "description": "Form of purchase invoices registered in ePack: canonical, or the name of a mapping out for visma-purchase-invoice.",
          "type": "string",
          "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
          "default": "canonical",
          "x-says": "\"canonical\" or the name of a mapping"
        },
        "sales-invoice": {
          "title": "Sales invoice",
          "description": "Form of prepared sales invoices: canonical, or the name of a mapping out for sales-invoice.",
          "type": "string",
          "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
          "default": "visma-net-customer-invoice",
          "x-says": "\"canonical\" or the name of a mapping"
        },
        "terms-warning": {
          "title": "Terms warning",
          "description": "Form of payment terms that differ: canonical, or the name of a mapping out for terms-warning.",
          "type": "string",
          "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
          "default": "canonical",
          "x-says": "\"canonical\" or the name of a mapping"
        }
      },
      "default": {}
    },
    "channels": {
      "title": "Channels",
      "description": "The folders that files come from and go to.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "epack": {
          "title": "ePack",
          "description": "Files from and to ePack: inbox/epack and outbox/epack.",
          "x-type": "ChannelSettings",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "enabled": {
              "title": "Enabled",
              "description": "Take files from, or write files to, this folder.",
              "type": "boolean",
              "default": true
            },
            "settleMs": {
              "title": "Settling time, ms",
              "description": "A file whose end does not prove it complete is taken when it has not changed for this long.",
              "type": "integer",
              "minimum": 50,
              "maximum": 86400000,
              "default": 2000,
              "x-says": "a number of milliseconds from 50"
            },
            "rescanMs": {
              "title": "Time between scans, ms",
              "description": "How often the folder is looked at even when nothing was announced.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 5000,
              "x-says": "a number of milliseconds from 100"
            },
            "stuckMs": {
              "title": "Time until stuck, ms",
              "description": "A file that should close and does not is taken after this time, and refused as cut off.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds from 100"
            },
            "maxBytes": {
              "title": "Largest file, bytes",
              "description": "Larger files are refused.",
              "type": "integer",
              "minimum": 1,
              "maximum": 4294967296,
              "default": 268435456,
              "x-says": "a number of bytes up to 4 GiB"
            },
            "markers": {
              "title": "Markers",
              "description": "Take a file only when a marker NAME.done lies beside it.",
              "type": "boolean",
              "default": false
            },
            "partial": {
              "title": "Partial",
              "description": "Of a file with several documents take the good ones and report the bad ones; off: one bad record refuses the file.",
              "type": "boolean",
              "default": false
            },
            "duplicates": {
              "title": "Duplicates",
              "description": "What the same file again gets: the first answer once more, a refusal, or nothing.",
              "type": "string",
              "enum": [
                "re-acknowledge",
                "reject",
                "ignore"
              ],
              "default": "re-acknowledge"
            },
            "invoiceResponse": {
              "title": "Answers to invoices",
              "description": "Invoices only: what suppliers are told about their invoices, as Peppol Invoice Responses in outbox/suppliers. off: nothing; decisions: accepted, rejected, or a question; all: also that an invoice came in and is being worked on. A supplier's own setting takes its place.",
              "x-type": "InvoiceResponseMode",
              "type": "string",
              "enum": [
                "off",
                "decisions",
                "all"
              ],
              "default": "off"
            },
            "concurrency": {
              "title": "Concurrency",
              "description": "How many files of the channel are read at the same time.",
              "type": "integer",
              "minimum": 1,
              "maximum": 64,
              "default": 8,
              "x-says": "a number from 1 to 64"
            },
            "polling": {
              "title": "Polling",
              "description": "Never rely on the file system's announcements: for network shares.",
              "type": "boolean",
              "default": false
            },
            "receiptTimeoutMinutes": {
              "type": [
                "integer",
                "null"
              ],
              "minimum": 1,
              "maximum": 5256000,
              "title": "Receiver's time, minutes",
              "description": "Outbox only: how long a receiver may leave a file before it is withdrawn. Null: for ever.",
              "default": null,
              "examples": [
                1440
              ],
              "x-says": "a number of minutes, or null"
            },
            "lateAfter": {
              "type": [
                "string",
                "null"
              ],
              "pattern": "^[1-9]\\d* (minutes?|hours?|days?|months?|years?)$",
              "x-says": "a number and a unit, such as \"90 days\" or \"10 years\"",
              "title": "Late after",
              "description": "Alert when the channel has been silent for this long. Null: never.",
              "default": null,
              "examples": [
                "26 hours"
              ]
            },
            "ackWaitMs": {
              "title": "Wait of the acknowledgement, ms",
              "description": "An acknowledgement waits this long for the results it speaks of.",
              "type": "integer",
              "minimum": 0,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds"
            },
            "retry": {
              "title": "Retry",
              "description": "How a failed attempt is repeated.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "firstMs": {
                  "title": "First pause, ms",
                  "description": "Pause before the first repetition.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 1000,
                  "x-says": "a number of milliseconds from 10"
                },
                "factor": {
                  "title": "Factor",
                  "description": "How much longer each pause is.",
                  "type": "number",
                  "minimum": 1,
                  "maximum": 10,
                  "default": 2,
                  "examples": [
                    2
                  ],
                  "x-says": "a number from 1 to 10"
                },
                "maxMs": {
                  "title": "Longest pause, ms",
                  "description": "No pause is longer.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 300000,
                  "x-says": "a number of milliseconds from 10"
                },
                "attempts": {
                  "title": "Attempts",
                  "description": "After this many attempts it stops and somebody is told.",
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 1000,
                  "default": 12,
                  "x-says": "a number from 1 to 1000"
                }
              },
              "default": {}
            }
          },
          "x-ts-omit": [
            "enabled"
          ],
          "default": {},
          "x-inbox": true,
          "x-outbox": true
        },
        "visma": {
          "title": "Visma",
          "description": "Files from and to Visma: inbox/visma and outbox/visma.",
          "x-type": "ChannelSettings",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "enabled": {
              "title": "Enabled",
              "description": "Take files from, or write files to, this folder.",
              "type": "boolean",
              "default": true
            },
            "settleMs": {
              "title": "Settling time, ms",
              "description": "A file whose end does not prove it complete is taken when it has not changed for this long.",
              "type": "integer",
              "minimum": 50,
              "maximum": 86400000,
              "default": 2000,
              "x-says": "a number of milliseconds from 50"
            },
            "rescanMs": {
              "title": "Time between scans, ms",
              "description": "How often the folder is looked at even when nothing was announced.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 5000,
              "x-says": "a number of milliseconds from 100"
            },
            "stuckMs": {
              "title": "Time until stuck, ms",
              "description": "A file that should close and does not is taken after this time, and refused as cut off.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds from 100"
            },
            "maxBytes": {
              "title": "Largest file, bytes",
              "description": "Larger files are refused.",
              "type": "integer",
              "minimum": 1,
              "maximum": 4294967296,
              "default": 268435456,
              "x-says": "a number of bytes up to 4 GiB"
            },
            "markers": {
              "title": "Markers",
              "description": "Take a file only when a marker NAME.done lies beside it.",
              "type": "boolean",
              "default": false
            },
            "partial": {
              "title": "Partial",
              "description": "Of a file with several documents take the good ones and report the bad ones; off: one bad record refuses the file.",
              "type": "boolean",
              "default": false
            },
            "duplicates": {
              "title": "Duplicates",
              "description": "What the same file again gets: the first answer once more, a refusal, or nothing.",
              "type": "string",
              "enum": [
                "re-acknowledge",
                "reject",
                "ignore"
              ],
              "default": "re-acknowledge"
            },
            "invoiceResponse": {
              "title": "Answers to invoices",
              "description": "Invoices only: what suppliers are told about their invoices, as Peppol Invoice Responses in outbox/suppliers. off: nothing; decisions: accepted, rejected, or a question; all: also that an invoice came in and is being worked on. A supplier's own setting takes its place.",
              "x-type": "InvoiceResponseMode",
              "type": "string",
              "enum": [
                "off",
                "decisions",
                "all"
              ],
              "default": "off"
            },
            "concurrency": {
              "title": "Concurrency",
              "description": "How many files of the channel are read at the same time.",
              "type": "integer",
              "minimum": 1,
              "maximum": 64,
              "default": 8,
              "x-says": "a number from 1 to 64"
            },
            "polling": {
              "title": "Polling",
              "description": "Never rely on the file system's announcements: for network shares.",
              "type": "boolean",
              "default": false
            },
            "receiptTimeoutMinutes": {
              "type": [
                "integer",
                "null"
              ],
              "minimum": 1,
              "maximum": 5256000,
              "title": "Receiver's time, minutes",
              "description": "Outbox only: how long a receiver may leave a file before it is withdrawn. Null: for ever.",
              "default": null,
              "examples": [
                1440
              ],
              "x-says": "a number of minutes, or null"
            },
            "lateAfter": {
              "type": [
                "string",
                "null"
              ],
              "pattern": "^[1-9]\\d* (minutes?|hours?|days?|months?|years?)$",
              "x-says": "a number and a unit, such as \"90 days\" or \"10 years\"",
              "title": "Late after",
              "description": "Alert when the channel has been silent for this long. Null: never.",
              "default": null,
              "examples": [
                "26 hours"
              ]
            },
            "ackWaitMs": {
              "title": "Wait of the acknowledgement, ms",
              "description": "An acknowledgement waits this long for the results it speaks of.",
              "type": "integer",
              "minimum": 0,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds"
            },
            "retry": {
              "title": "Retry",
              "description": "How a failed attempt is repeated.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "firstMs": {
                  "title": "First pause, ms",
                  "description": "Pause before the first repetition.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 1000,
                  "x-says": "a number of milliseconds from 10"
                },
                "factor": {
                  "title": "Factor",
                  "description": "How much longer each pause is.",
                  "type": "number",
                  "minimum": 1,
                  "maximum": 10,
                  "default": 2,
                  "examples": [
                    2
                  ],
                  "x-says": "a number from 1 to 10"
                },
                "maxMs": {
                  "title": "Longest pause, ms",
                  "description": "No pause is longer.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 300000,
                  "x-says": "a number of milliseconds from 10"
                },
                "attempts": {
                  "title": "Attempts",
                  "description": "After this many attempts it stops and somebody is told.",
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 1000,
                  "default": 12,
                  "x-says": "a number from 1 to 1000"
                }
              },
              "default": {}
            }
          },
          "x-ts-omit": [
            "enabled"
          ],
          "default": {},
          "x-inbox": true,
          "x-outbox": true
        },
        "visma-refusals": {
          "title": "Refusals of Visma",
          "description": "Files that Visma would not take: inbox/visma-refusals.",
          "x-type": "ChannelSettings",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "enabled": {
              "title": "Enabled",
              "description": "Take files from, or write files to, this folder.",
              "type": "boolean",
              "default": true
            },
            "settleMs": {
              "title": "Settling time, ms",
              "description": "A file whose end does not prove it complete is taken when it has not changed for this long.",
              "type": "integer",
              "minimum": 50,
              "maximum": 86400000,
              "default": 2000,
              "x-says": "a number of milliseconds from 50"
            },
            "rescanMs": {
              "title": "Time between scans, ms",
              "description": "How often the folder is looked at even when nothing was announced.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 5000,
              "x-says": "a number of milliseconds from 100"
            },
            "stuckMs": {
              "title": "Time until stuck, ms",
              "description": "A file that should close and does not is taken after this time, and refused as cut off.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds from 100"
            },
            "maxBytes": {
              "title": "Largest file, bytes",
              "description": "Larger files are refused.",
              "type": "integer",
              "minimum": 1,
              "maximum": 4294967296,
              "default": 268435456,
              "x-says": "a number of bytes up to 4 GiB"
            },
            "markers": {
              "title": "Markers",
              "description": "Take a file only when a marker NAME.done lies beside it.",
              "type": "boolean",
              "default": false
            },
            "partial": {
              "title": "Partial",
              "description": "Of a file with several documents take the good ones and report the bad ones; off: one bad record refuses the file.",
              "type": "boolean",
              "default": false
            },
            "duplicates": {
              "title": "Duplicates",
              "description": "What the same file again gets: the first answer once more, a refusal, or nothing.",
              "type": "string",
              "enum": [
                "re-acknowledge",
                "reject",
                "ignore"
              ],
              "default": "re-acknowledge"
            },
            "invoiceResponse": {
              "title": "Answers to invoices",
              "description": "Invoices only: what suppliers are told about their invoices, as Peppol Invoice Responses in outbox/suppliers. off: nothing; decisions: accepted, rejected, or a question; all: also that an invoice came in and is being worked on. A supplier's own setting takes its place.",
              "x-type": "InvoiceResponseMode",
              "type": "string",
              "enum": [
                "off",
                "decisions",
                "all"
              ],
              "default": "off"
            },
            "concurrency": {
              "title": "Concurrency",
              "description": "How many files of the channel are read at the same time.",
              "type": "integer",
              "minimum": 1,
              "maximum": 64,
              "default": 8,
              "x-says": "a number from 1 to 64"
            },
            "polling": {
              "title": "Polling",
              "description": "Never rely on the file system's announcements: for network shares.",
              "type": "boolean",
              "default": false
            },
            "receiptTimeoutMinutes": {
              "type": [
                "integer",
                "null"
              ],
              "minimum": 1,
              "maximum": 5256000,
              "title": "Receiver's time, minutes",
              "description": "Outbox only: how long a receiver may leave a file before it is withdrawn. Null: for ever.",
              "default": null,
              "examples": [
                1440
              ],
              "x-says": "a number of minutes, or null"
            },
            "lateAfter": {
              "type": [
                "string",
                "null"
              ],
              "pattern": "^[1-9]\\d* (minutes?|hours?|days?|months?|years?)$",
              "x-says": "a number and a unit, such as \"90 days\" or \"10 years\"",
              "title": "Late after",
              "description": "Alert when the channel has been silent for this long. Null: never.",
              "default": null,
              "examples": [
                "26 hours"
              ]
            },
            "ackWaitMs": {
              "title": "Wait of the acknowledgement, ms",
              "description": "An acknowledgement waits this long for the results it speaks of.",
              "type": "integer",
              "minimum": 0,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds"
            },
            "retry": {
              "title": "Retry",
              "description": "How a failed attempt is repeated.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "firstMs": {
                  "title": "First pause, ms",
                  "description": "Pause before the first repetition.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 1000,
                  "x-says": "a number of milliseconds from 10"
                },
                "factor": {
                  "title": "Factor",
                  "description": "How much longer each pause is.",
                  "type": "number",
                  "minimum": 1,
                  "maximum": 10,
                  "default": 2,
                  "examples": [
                    2
                  ],
                  "x-says": "a number from 1 to 10"
                },
                "maxMs": {
                  "title": "Longest pause, ms",
                  "description": "No pause is longer.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 300000,
                  "x-says": "a number of milliseconds from 10"
                },
                "attempts": {
                  "title": "Attempts",
                  "description": "After this many attempts it stops and somebody is told.",
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 1000,
                  "default": 12,
                  "x-says": "a number from 1 to 1000"
                }
              },
              "default": {}
            }
          },
          "x-ts-omit": [
            "enabled"
          ],
          "default": {},
          "x-inbox": true
        },
        "invoices": {
          "title": "Invoices",
          "description": "Invoices of suppliers: inbox/invoices.",
          "x-type": "ChannelSettings",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "enabled": {
              "title": "Enabled",
              "description": "Take files from, or write files to, this folder.",
              "type": "boolean",
              "default": true
            },
            "settleMs": {
              "title": "Settling time, ms",
              "description": "A file whose end does not prove it complete is taken when it has not changed for this long.",
              "type": "integer",
              "minimum": 50,
              "maximum": 86400000,
              "default": 2000,
              "x-says": "a number of milliseconds from 50"
            },
            "rescanMs": {
              "title": "Time between scans, ms",
              "description": "How often the folder is looked at even when nothing was announced.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 5000,
              "x-says": "a number of milliseconds from 100"
            },
            "stuckMs": {
              "title": "Time until stuck, ms",
              "description": "A file that should close and does not is taken after this time, and refused as cut off.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds from 100"
            },
            "maxBytes": {
              "title": "Largest file, bytes",
              "description": "Larger files are refused.",
              "type": "integer",
              "minimum": 1,
              "maximum": 4294967296,
              "default": 268435456,
              "x-says": "a number of bytes up to 4 GiB"
            },
            "markers": {
              "title": "Markers",
              "description": "Take a file only when a marker NAME.done lies beside it.",
              "type": "boolean",
              "default": false
            },
            "partial": {
              "title": "Partial",
              "description": "Of a file with several documents take the good ones and report the bad ones; off: one bad record refuses the file.",
              "type": "boolean",
              "default": false
            },
            "duplicates": {
              "title": "Duplicates",
              "description": "What the same file again gets: the first answer once more, a refusal, or nothing.",
              "type": "string",
              "enum": [
                "re-acknowledge",
                "reject",
                "ignore"
              ],
              "default": "re-acknowledge"
            },
            "invoiceResponse": {
              "title": "Answers to invoices",
              "description": "Invoices only: what suppliers are told about their invoices, as Peppol Invoice Responses in outbox/suppliers. off: nothing; decisions: accepted, rejected, or a question; all: also that an invoice came in and is being worked on. A supplier's own setting takes its place.",
              "x-type": "InvoiceResponseMode",
              "type": "string",
              "enum": [
                "off",
                "decisions",
                "all"
              ],
              "default": "off"
            },
            "concurrency": {
              "title": "Concurrency",
              "description": "How many files of the channel are read at the same time.",
              "type": "integer",
              "minimum": 1,
              "maximum": 64,
              "default": 8,
              "x-says": "a number from 1 to 64"
            },
            "polling": {
              "title": "Polling",
              "description": "Never rely on the file system's announcements: for network shares.",
              "type": "boolean",
              "default": false
            },
            "receiptTimeoutMinutes": {
              "type": [
                "integer",
                "null"
              ],
              "minimum": 1,
              "maximum": 5256000,
              "title": "Receiver's time, minutes",
              "description": "Outbox only: how long a receiver may leave a file before it is withdrawn. Null: for ever.",
              "default": null,
              "examples": [
                1440
              ],
              "x-says": "a number of minutes, or null"
            },
            "lateAfter": {
              "type": [
                "string",
                "null"
              ],
              "pattern": "^[1-9]\\d* (minutes?|hours?|days?|months?|years?)$",
              "x-says": "a number and a unit, such as \"90 days\" or \"10 years\"",
              "title": "Late after",
              "description": "Alert when the channel has been silent for this long. Null: never.",
              "default": null,
              "examples": [
                "26 hours"
              ]
            },
            "ackWaitMs": {
              "title": "Wait of the acknowledgement, ms",
              "description": "An acknowledgement waits this long for the results it speaks of.",
              "type": "integer",
              "minimum": 0,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds"
            },
            "retry": {
              "title": "Retry",
              "description": "How a failed attempt is repeated.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "firstMs": {
                  "title": "First pause, ms",
                  "description": "Pause before the first repetition.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 1000,
                  "x-says": "a number of milliseconds from 10"
                },
                "factor": {
                  "title": "Factor",
                  "description": "How much longer each pause is.",
                  "type": "number",
                  "minimum": 1,
                  "maximum": 10,
                  "default": 2,
                  "examples": [
                    2
                  ],
                  "x-says": "a number from 1 to 10"
                },
                "maxMs": {
                  "title": "Longest pause, ms",
                  "description": "No pause is longer.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 300000,
                  "x-says": "a number of milliseconds from 10"
                },
                "attempts": {
                  "title": "Attempts",
                  "description": "After this many attempts it stops and somebody is told.",
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 1000,
                  "default": 12,
                  "x-says": "a number from 1 to 1000"
                }
              },
              "default": {}
            }
          },
          "x-ts-omit": [
            "enabled"
          ],
          "default": {},
          "x-inbox": true
        },
        "bank": {
          "title": "Bank",
          "description": "Files of banks: inbox/bank.",
          "x-type": "ChannelSettings",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "enabled": {
              "title": "Enabled",
              "description": "Take files from, or write files to, this folder.",
              "type": "boolean",
              "default": true
            },
            "settleMs": {
              "title": "Settling time, ms",
              "description": "A file whose end does not prove it complete is taken when it has not changed for this long.",
              "type": "integer",
              "minimum": 50,
              "maximum": 86400000,
              "default": 2000,
              "x-says": "a number of milliseconds from 50"
            },
            "rescanMs": {
              "title": "Time between scans, ms",
              "description": "How often the folder is looked at even when nothing was announced.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 5000,
              "x-says": "a number of milliseconds from 100"
            },
            "stuckMs": {
              "title": "Time until stuck, ms",
              "description": "A file that should close and does not is taken after this time, and refused as cut off.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds from 100"
            },
            "maxBytes": {
              "title": "Largest file, bytes",
              "description": "Larger files are refused.",
              "type": "integer",
              "minimum": 1,
              "maximum": 4294967296,
              "default": 268435456,
              "x-says": "a number of bytes up to 4 GiB"
            },
            "markers": {
              "title": "Markers",
              "description": "Take a file only when a marker NAME.done lies beside it.",
              "type": "boolean",
              "default": false
            },
            "partial": {
              "title": "Partial",
              "description": "Of a file with several documents take the good ones and report the bad ones; off: one bad record refuses the file.",
              "type": "boolean",
              "default": false
            },
            "duplicates": {
              "title": "Duplicates",
              "description": "What the same file again gets: the first answer once more, a refusal, or nothing.",
              "type": "string",
              "enum": [
                "re-acknowledge",
                "reject",
                "ignore"
              ],
              "default": "re-acknowledge"
            },
            "invoiceResponse": {
              "title": "Answers to invoices",
              "description": "Invoices only: what suppliers are told about their invoices, as Peppol Invoice Responses in outbox/suppliers. off: nothing; decisions: accepted, rejected, or a question; all: also that an invoice came in and is being worked on. A supplier's own setting takes its place.",
              "x-type": "InvoiceResponseMode",
              "type": "string",
              "enum": [
                "off",
                "decisions",
                "all"
              ],
              "default": "off"
            },
            "concurrency": {
              "title": "Concurrency",
              "description": "How many files of the channel are read at the same time.",
              "type": "integer",
              "minimum": 1,
              "maximum": 64,
              "default": 8,
              "x-says": "a number from 1 to 64"
            },
            "polling": {
              "title": "Polling",
              "description": "Never rely on the file system's announcements: for network shares.",
              "type": "boolean",
              "default": false
            },
            "receiptTimeoutMinutes": {
              "type": [
                "integer",
                "null"
              ],
              "minimum": 1,
              "maximum": 5256000,
              "title": "Receiver's time, minutes",
              "description": "Outbox only: how long a receiver may leave a file before it is withdrawn. Null: for ever.",
              "default": null,
              "examples": [
                1440
              ],
              "x-says": "a number of minutes, or null"
            },
            "lateAfter": {
              "type": [
                "string",
                "null"
              ],
              "pattern": "^[1-9]\\d* (minutes?|hours?|days?|months?|years?)$",
              "x-says": "a number and a unit, such as \"90 days\" or \"10 years\"",
              "title": "Late after",
              "description": "Alert when the channel has been silent for this long. Null: never.",
              "default": null,
              "examples": [
                "26 hours"
              ]
            },
            "ackWaitMs": {
              "title": "Wait of the acknowledgement, ms",
              "description": "An acknowledgement waits this long for the results it speaks of.",
              "type": "integer",
              "minimum": 0,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds"
            },
            "retry": {
              "title": "Retry",
              "description": "How a failed attempt is repeated.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "firstMs": {
                  "title": "First pause, ms",
                  "description": "Pause before the first repetition.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 1000,
                  "x-says": "a number of milliseconds from 10"
                },
                "factor": {
                  "title": "Factor",
                  "description": "How much longer each pause is.",
                  "type": "number",
                  "minimum": 1,
                  "maximum": 10,
                  "default": 2,
                  "examples": [
                    2
                  ],
                  "x-says": "a number from 1 to 10"
                },
                "maxMs": {
                  "title": "Longest pause, ms",
                  "description": "No pause is longer.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 300000,
                  "x-says": "a number of milliseconds from 10"
                },
                "attempts": {
                  "title": "Attempts",
                  "description": "After this many attempts it stops and somebody is told.",
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 1000,
                  "default": 12,
                  "x-says": "a number from 1 to 1000"
                }
              },
              "default": {}
            }
          },
          "x-ts-omit": [
            "enabled"
          ],
          "default": {},
          "x-inbox": true
        },
        "commands": {
          "title": "Commands",
          "description": "Actions of operators as files: inbox/commands; off by default.",
          "x-type": "ChannelSettings",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "enabled": {
              "title": "Enabled",
              "description": "Take files from, or write files to, this folder.",
              "type": "boolean",
              "default": true
            },
            "settleMs": {
              "title": "Settling time, ms",
              "description": "A file whose end does not prove it complete is taken when it has not changed for this long.",
              "type": "integer",
              "minimum": 50,
              "maximum": 86400000,
              "default": 2000,
              "x-says": "a number of milliseconds from 50"
            },
            "rescanMs": {
              "title": "Time between scans, ms",
              "description": "How often the folder is looked at even when nothing was announced.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 5000,
              "x-says": "a number of milliseconds from 100"
            },
            "stuckMs": {
              "title": "Time until stuck, ms",
              "description": "A file that should close and does not is taken after this time, and refused as cut off.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds from 100"
            },
            "maxBytes": {
              "title": "Largest file, bytes",
              "description": "Larger files are refused.",
              "type": "integer",
              "minimum": 1,
              "maximum": 4294967296,
              "default": 268435456,
              "x-says": "a number of bytes up to 4 GiB"
            },
            "markers": {
              "title": "Markers",
              "description": "Take a file only when a marker NAME.done lies beside it.",
              "type": "boolean",
              "default": false
            },
            "partial": {
              "title": "Partial",
              "description": "Of a file with several documents take the good ones and report the bad ones; off: one bad record refuses the file.",
              "type": "boolean",
              "default": false
            },
            "duplicates": {
              "title": "Duplicates",
              "description": "What the same file again gets: the first answer once more, a refusal, or nothing.",
              "type": "string",
              "enum": [
                "re-acknowledge",
                "reject",
                "ignore"
              ],
              "default": "re-acknowledge"
            },
            "invoiceResponse": {
              "title": "Answers to invoices",
              "description": "Invoices only: what suppliers are told about their invoices, as Peppol Invoice Responses in outbox/suppliers. off: nothing; decisions: accepted, rejected, or a question; all: also that an invoice came in and is being worked on. A supplier's own setting takes its place.",
              "x-type": "InvoiceResponseMode",
              "type": "string",
              "enum": [
                "off",
                "decisions",
                "all"
              ],
              "default": "off"
            },
            "concurrency": {
              "title": "Concurrency",
              "description": "How many files of the channel are read at the same time.",
              "type": "integer",
              "minimum": 1,
              "maximum": 64,
              "default": 8,
              "x-says": "a number from 1 to 64"
            },
            "polling": {
              "title": "Polling",
              "description": "Never rely on the file system's announcements: for network shares.",
              "type": "boolean",
              "default": false
            },
            "receiptTimeoutMinutes": {
              "type": [
                "integer",
                "null"
              ],
              "minimum": 1,
              "maximum": 5256000,
              "title": "Receiver's time, minutes",
              "description": "Outbox only: how long a receiver may leave a file before it is withdrawn. Null: for ever.",
              "default": null,
              "examples": [
                1440
              ],
              "x-says": "a number of minutes, or null"
            },
            "lateAfter": {
              "type": [
                "string",
                "null"
              ],
              "pattern": "^[1-9]\\d* (minutes?|hours?|days?|months?|years?)$",
              "x-says": "a number and a unit, such as \"90 days\" or \"10 years\"",
              "title": "Late after",
              "description": "Alert when the channel has been silent for this long. Null: never.",
              "default": null,
              "examples": [
                "26 hours"
              ]
            },
            "ackWaitMs": {
              "title": "Wait of the acknowledgement, ms",
              "description": "An acknowledgement waits this long for the results it speaks of.",
              "type": "integer",
              "minimum": 0,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds"
            },
            "retry": {
              "title": "Retry",
              "description": "How a failed attempt is repeated.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "firstMs": {
                  "title": "First pause, ms",
                  "description": "Pause before the first repetition.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 1000,
                  "x-says": "a number of milliseconds from 10"
                },
                "factor": {
                  "title": "Factor",
                  "description": "How much longer each pause is.",
                  "type": "number",
                  "minimum": 1,
                  "maximum": 10,
                  "default": 2,
                  "examples": [
                    2
                  ],
                  "x-says": "a number from 1 to 10"
                },
                "maxMs": {
                  "title": "Longest pause, ms",
                  "description": "No pause is longer.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 300000,
                  "x-says": "a number of milliseconds from 10"
                },
                "attempts": {
                  "title": "Attempts",
                  "description": "After this many attempts it stops and somebody is told.",
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 1000,
                  "default": 12,
                  "x-says": "a number from 1 to 1000"
                }
              },
              "default": {}
            }
          },
          "x-ts-omit": [
            "enabled"
          ],
          "default": {
            "enabled": false
          },
          "x-inbox": true
        },
        "suppliers": {
          "title": "Suppliers",
          "description": "Answers to suppliers: outbox/suppliers; off by default.",
          "x-type": "ChannelSettings",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "enabled": {
              "title": "Enabled",
              "description": "Take files from, or write files to, this folder.",
              "type": "boolean",
              "default": true
            },
            "settleMs": {
              "title": "Settling time, ms",
              "description": "A file whose end does not prove it complete is taken when it has not changed for this long.",
              "type": "integer",
              "minimum": 50,
              "maximum": 86400000,
              "default": 2000,
              "x-says": "a number of milliseconds from 50"
            },
            "rescanMs": {
              "title": "Time between scans, ms",
              "description": "How often the folder is looked at even when nothing was announced.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 5000,
              "x-says": "a number of milliseconds from 100"
            },
            "stuckMs": {
              "title": "Time until stuck, ms",
              "description": "A file that should close and does not is taken after this time, and refused as cut off.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds from 100"
            },
            "maxBytes": {
              "title": "Largest file, bytes",
              "description": "Larger files are refused.",
              "type": "integer",
              "minimum": 1,
              "maximum": 4294967296,
              "default": 268435456,
              "x-says": "a number of bytes up to 4 GiB"
            },
            "markers": {
              "title": "Markers",
              "description": "Take a file only when a marker NAME.done lies beside it.",
              "type": "boolean",
              "default": false
            },
            "partial": {
              "title": "Partial",
              "description": "Of a file with several documents take the good ones and report the bad ones; off: one bad record refuses the file.",
              "type": "boolean",
              "default": false
            },
            "duplicates": {
              "title": "Duplicates",
              "description": "What the same file again gets: the first answer once more, a refusal, or nothing.",
              "type": "string",
              "enum": [
                "re-acknowledge",
                "reject",
                "ignore"
              ],
              "default": "re-acknowledge"
            },
            "invoiceResponse": {
              "title": "Answers to invoices",
              "description": "Invoices only: what suppliers are told about their invoices, as Peppol Invoice Responses in outbox/suppliers. off: nothing; decisions: accepted, rejected, or a question; all: also that an invoice came in and is being worked on. A supplier's own setting takes its place.",
              "x-type": "InvoiceResponseMode",
              "type": "string",
              "enum": [
                "off",
                "decisions",
                "all"
              ],
              "default": "off"
            },
            "concurrency": {
              "title": "Concurrency",
              "description": "How many files of the channel are read at the same time.",
              "type": "integer",
              "minimum": 1,
              "maximum": 64,
              "default": 8,
              "x-says": "a number from 1 to 64"
            },
            "polling": {
              "title": "Polling",
              "description": "Never rely on the file system's announcements: for network shares.",
              "type": "boolean",
              "default": false
            },
            "receiptTimeoutMinutes": {
              "type": [
                "integer",
                "null"
              ],
              "minimum": 1,
              "maximum": 5256000,
              "title": "Receiver's time, minutes",
              "description": "Outbox only: how long a receiver may leave a file before it is withdrawn. Null: for ever.",
              "default": null,
              "examples": [
                1440
              ],
              "x-says": "a number of minutes, or null"
            },
            "lateAfter": {
              "type": [
                "string",
                "null"
              ],
              "pattern": "^[1-9]\\d* (minutes?|hours?|days?|months?|years?)$",
              "x-says": "a number and a unit, such as \"90 days\" or \"10 years\"",
              "title": "Late after",
              "description": "Alert when the channel has been silent for this long. Null: never.",
              "default": null,
              "examples": [
                "26 hours"
              ]
            },
            "ackWaitMs": {
              "title": "Wait of the acknowledgement, ms",
              "description": "An acknowledgement waits this long for the results it speaks of.",
              "type": "integer",
              "minimum": 0,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds"
            },
            "retry": {
              "title": "Retry",
              "description": "How a failed attempt is repeated.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "firstMs": {
                  "title": "First pause, ms",
                  "description": "Pause before the first repetition.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 1000,
                  "x-says": "a number of milliseconds from 10"
                },
                "factor": {
                  "title": "Factor",
                  "description": "How much longer each pause is.",
                  "type": "number",
                  "minimum": 1,
                  "maximum": 10,
                  "default": 2,
                  "examples": [
                    2
                  ],
                  "x-says": "a number from 1 to 10"
                },
                "maxMs": {
                  "title": "Longest pause, ms",
                  "description": "No pause is longer.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 300000,
                  "x-says": "a number of milliseconds from 10"
                },
                "attempts": {
                  "title": "Attempts",
                  "description": "After this many attempts it stops and somebody is told.",
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 1000,
                  "default": 12,
                  "x-says": "a number from 1 to 1000"
                }
              },
              "default": {}
            }
          },
          "x-ts-omit": [
            "enabled"
          ],
          "default": {
            "enabled": false
          },
          "x-outbox": true
        },
        "acknowledgements": {
          "title": "Acknowledgements",
          "description": "One answer per file that was taken in: outbox/acknowledgements.",
          "x-type": "ChannelSettings",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "enabled": {
              "title": "Enabled",
              "description": "Take files from, or write files to, this folder.",
              "type": "boolean",
              "default": true
            },
            "settleMs": {
              "title": "Settling time, ms",
              "description": "A file whose end does not prove it complete is taken when it has not changed for this long.",
              "type": "integer",
              "minimum": 50,
              "maximum": 86400000,
              "default": 2000,
              "x-says": "a number of milliseconds from 50"
            },
            "rescanMs": {
              "title": "Time between scans, ms",
              "description": "How often the folder is looked at even when nothing was announced.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 5000,
              "x-says": "a number of milliseconds from 100"
            },
            "stuckMs": {
              "title": "Time until stuck, ms",
              "description": "A file that should close and does not is taken after this time, and refused as cut off.",
              "type": "integer",
              "minimum": 100,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds from 100"
            },
            "maxBytes": {
              "title": "Largest file, bytes",
              "description": "Larger files are refused.",
              "type": "integer",
              "minimum": 1,
              "maximum": 4294967296,
              "default": 268435456,
              "x-says": "a number of bytes up to 4 GiB"
            },
            "markers": {
              "title": "Markers",
              "description": "Take a file only when a marker NAME.done lies beside it.",
              "type": "boolean",
              "default": false
            },
            "partial": {
              "title": "Partial",
              "description": "Of a file with several documents take the good ones and report the bad ones; off: one bad record refuses the file.",
              "type": "boolean",
              "default": false
            },
            "duplicates": {
              "title": "Duplicates",
              "description": "What the same file again gets: the first answer once more, a refusal, or nothing.",
              "type": "string",
              "enum": [
                "re-acknowledge",
                "reject",
                "ignore"
              ],
              "default": "re-acknowledge"
            },
            "invoiceResponse": {
              "title": "Answers to invoices",
              "description": "Invoices only: what suppliers are told about their invoices, as Peppol Invoice Responses in outbox/suppliers. off: nothing; decisions: accepted, rejected, or a question; all: also that an invoice came in and is being worked on. A supplier's own setting takes its place.",
              "x-type": "InvoiceResponseMode",
              "type": "string",
              "enum": [
                "off",
                "decisions",
                "all"
              ],
              "default": "off"
            },
            "concurrency": {
              "title": "Concurrency",
              "description": "How many files of the channel are read at the same time.",
              "type": "integer",
              "minimum": 1,
              "maximum": 64,
              "default": 8,
              "x-says": "a number from 1 to 64"
            },
            "polling": {
              "title": "Polling",
              "description": "Never rely on the file system's announcements: for network shares.",
              "type": "boolean",
              "default": false
            },
            "receiptTimeoutMinutes": {
              "type": [
                "integer",
                "null"
              ],
              "minimum": 1,
              "maximum": 5256000,
              "title": "Receiver's time, minutes",
              "description": "Outbox only: how long a receiver may leave a file before it is withdrawn. Null: for ever.",
              "default": null,
              "examples": [
                1440
              ],
              "x-says": "a number of minutes, or null"
            },
            "lateAfter": {
              "type": [
                "string",
                "null"
              ],
              "pattern": "^[1-9]\\d* (minutes?|hours?|days?|months?|years?)$",
              "x-says": "a number and a unit, such as \"90 days\" or \"10 years\"",
              "title": "Late after",
              "description": "Alert when the channel has been silent for this long. Null: never.",
              "default": null,
              "examples": [
                "26 hours"
              ]
            },
            "ackWaitMs": {
              "title": "Wait of the acknowledgement, ms",
              "description": "An acknowledgement waits this long for the results it speaks of.",
              "type": "integer",
              "minimum": 0,
              "maximum": 86400000,
              "default": 60000,
              "x-says": "a number of milliseconds"
            },
            "retry": {
              "title": "Retry",
              "description": "How a failed attempt is repeated.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "firstMs": {
                  "title": "First pause, ms",
                  "description": "Pause before the first repetition.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 1000,
                  "x-says": "a number of milliseconds from 10"
                },
                "factor": {
                  "title": "Factor",
                  "description": "How much longer each pause is.",
                  "type": "number",
                  "minimum": 1,
                  "maximum": 10,
                  "default": 2,
                  "examples": [
                    2
                  ],
                  "x-says": "a number from 1 to 10"
                },
                "maxMs": {
                  "title": "Longest pause, ms",
                  "description": "No pause is longer.",
                  "type": "integer",
                  "minimum": 10,
                  "maximum": 86400000,
                  "default": 300000,
                  "x-says": "a number of milliseconds from 10"
                },
                "attempts": {
                  "title": "Attempts",
                  "description": "After this many attempts it stops and somebody is told.",
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 1000,
                  "default": 12,
                  "x-says": "a number from 1 to 1000"
                }
              },
              "default": {}
            }
          },
          "x-ts-omit": [
            "enabled"
          ],
          "default": {},
          "x-outbox": true
        }
      },
      "default": {},
      "x-ts-type": "Record<InboxName | OutboxName, ChannelSettings & { enabled: boolean }>"
    },
    "retention": {
      "title": "Retention",
      "description": "How long things are kept.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "originals": {
          "title": "Originals",
          "description": "Files that came in and what was made of them.",
          "type": "string",
          "pattern": "^[1-9]\\d* (minutes?|hours?|days?|months?|years?)$",
          "x-says": "a number and a unit, such as \"90 days\" or \"10 years\"",
          "default": "10 years"
        },
        "ledger": {
          "title": "Ledger",
          "description": "Documents and deliveries.",
          "type": "string",
          "pattern": "^[1-9]\\d* (minutes?|hours?|days?|months?|years?)$",
          "x-says": "a number and a unit, such as \"90 days\" or \"10 years\"",
          "default": "10 years"
        },
        "audit": {
          "title": "Audit",
          "description": "Who did what, and why.",
          "type": "string",
          "pattern": "^[1-9]\\d* (minutes?|hours?|days?|months?|years?)$",
          "x-says": "a number and a unit, such as \"90 days\" or \"10 years\"",
          "default": "10 years"
        },
        "logs": {
          "title": "Logs",
          "description": "Technical logs.",
          "type": "string",
          "pattern": "^[1-9]\\d* (minutes?|hours?|days?|months?|years?)$",
          "x-says": "a number and a unit, such as \"90 days\" or \"10 years\"",
          "default": "90 days"
        }
      },
      "default": {}
    },
    "dashboard": {
      "title": "Dashboard",
      "description": "The screens for operators.",
      "x-type": "DashboardSettings",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "listen": {
          "title": "Listens on",
          "description": "Address that the dashboard listens on.",
          "type": "string",
          "minLength": 1,
          "maxLength": 255,
          "default": "127.0.0.1",
          "examples": [
            "127.0.0.1"
          ]
        },
        "port": {
          "title": "Port",
          "description": "TCP port.",
          "type": "integer",
          "minimum": 1,
          "maximum": 65535,
          "default": 7300,
          "x-says": "a port from 1 to 65535"
        },
        "behindProxy": {
          "title": "Behind a proxy",
          "description": "A proxy in front takes care of TLS.",
          "type": "boolean",
          "default": false
        }
      },
      "default": {}
    },
    "alerts": {
      "title": "Alerts",
      "description": "Where somebody is told.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "file": {
          "title": "File",
          "description": "File that alerts are appended to, from the site's folder.",
          "type": "string",
          "minLength": 1,
          "maxLength": 255,
          "default": "state/alerts.ndjson"
        },
        "webhook": {
          "type": [
            "string",
            "null"
          ],
          "pattern": "^https?://\\S+$",
          "maxLength": 2000,
          "title": "Webhook",
          "description": "Address that alerts are posted to. Null: none.",
          "default": null,
          "examples": [
            "https://example.com/alerts"
          ],
          "x-says": "an address that begins with https://"
        }
      },
      "default": {}
    }
  }
};
