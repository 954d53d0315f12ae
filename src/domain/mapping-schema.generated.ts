// Generated from schemas/ by src/tools/generate.ts. Do not edit.

/** The JSON Schema of a mapping file, with titles and descriptions; what it refers to stands in its `$defs`. */
export const MAPPING_SCHEMA: object = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "mapping.schema.json",
  "title": "Mapping",
  "description": "One mapping file: how files of one kind become documents, or documents files. A file with `part` instead of `mapping` has rows that mappings share.",
  "x-type": "MappingFile",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "rows"
  ],
  "properties": {
    "mapping": {
      "title": "Mapping",
      "description": "Its name, once in the site. A mapping of the site takes the place of the shipped one with the same name.",
      "type": "string",
      "minLength": 1,
      "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
    },
    "part": {
      "title": "Part",
      "description": "Its name, where this file only has rows that mappings share (`use`).",
      "type": "string",
      "minLength": 1,
      "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
    },
    "description": {
      "title": "Description",
      "description": "What it is for, in words.",
      "type": "string",
      "minLength": 1
    },
    "enabled": {
      "title": "Enabled",
      "description": "false: it claims nothing and writes nothing. Left out: true.",
      "type": "boolean"
    },
    "direction": {
      "title": "Direction",
      "description": "in: files become documents; out: documents become files.",
      "type": "string",
      "enum": [
        "in",
        "out"
      ]
    },
    "document": {
      "title": "Document",
      "description": "The canonical document that is made, or written.",
      "type": "string",
      "minLength": 1
    },
    "claims": {
      "$ref": "#/$defs/claims"
    },
    "namespaces": {
      "title": "Namespaces",
      "description": "Prefixes of this file's paths, each with its namespace. Which prefixes the sender uses does not matter.",
      "type": "object",
      "additionalProperties": {
        "type": "string"
      },
      "x-ts-type": "Record<string, string>"
    },
    "source": {
      "$ref": "#/$defs/format",
      "title": "Source",
      "description": "direction in: the file that is read."
    },
    "target": {
      "$ref": "#/$defs/format",
      "title": "Target",
      "description": "direction out: the file that is written."
    },
    "rows": {
      "title": "Rows",
      "description": "One row a field.",
      "type": "array",
      "minItems": 1,
      "items": {
        "$ref": "#/$defs/row"
      },
      "x-ts-type": "MappingRow[]"
    }
  },
  "$defs": {
    "row": {
      "title": "Row",
      "description": "One row: where one field comes from, or a group or list of fields.",
      "x-type": "MappingRow",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "to": {
          "title": "To",
          "description": "The field that is written: a name, or names with slashes into groups (supplier/name). In a mapping out also an attribute (@id), an element, a column or a field of a record.",
          "type": "string",
          "minLength": 1
        },
        "from": {
          "title": "From",
          "description": "The path of the value: names with slashes, @attribute, [n], [@a='x'], .., * for any name, | for the next place to look where the first has nothing; names with blanks in quotes ('Order No'). A leading / begins at the top of the file.",
          "type": "string",
          "minLength": 1
        },
        "value": {
          "title": "Value",
          "description": "An expression (CEL) instead of a path: source is the object at hand, record the whole record. Numbers are exact: decimal(source.Qty) * decimal(source.Price).",
          "type": "string",
          "minLength": 1
        },
        "at": {
          "title": "At",
          "description": "A group: the path of the one object that its rows read from.",
          "type": "string",
          "minLength": 1
        },
        "each": {
          "title": "Each",
          "description": "A list: the path of the objects, one entry for each.",
          "type": "string",
          "minLength": 1
        },
        "texts": {
          "title": "Texts",
          "description": "A list of texts, or with join one text: the path of the values.",
          "type": "string",
          "minLength": 1
        },
        "split": {
          "title": "Split",
          "description": "Two lists by a flag: the path of the objects; by, whenTrue and whenFalse say which goes where.",
          "type": "string",
          "minLength": 1
        },
        "by": {
          "title": "By",
          "description": "With split: the path of the flag.",
          "type": "string",
          "minLength": 1
        },
        "whenTrue": {
          "title": "When true",
          "description": "With split: the list of those whose flag is true.",
          "type": "string",
          "minLength": 1
        },
        "whenFalse": {
          "title": "When false",
          "description": "With split: the list of those whose flag is false.",
          "type": "string",
          "minLength": 1
        },
        "use": {
          "title": "Use",
          "description": "The rows of a part: a file with `part: NAME` in this folder. They stand in place of this row.",
          "type": "string",
          "minLength": 1
        },
        "rows": {
          "title": "Rows",
          "description": "The rows of a group, a list or a split.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/$defs/row"
          },
          "x-ts-type": "MappingRow[]"
        },
        "convert": {
          "title": "Convert",
          "description": "A converter, or several one after the other: a name, or a name with its arguments. The reference lists them all.",
          "anyOf": [
            {
              "$ref": "#/$defs/converter"
            },
            {
              "type": "array",
              "minItems": 1,
              "items": {
                "$ref": "#/$defs/converter"
              }
            }
          ],
          "x-ts-type": "Converter | Converter[]"
        },
        "lookup": {
          "title": "Look-up",
          "description": "A table in mappings/lookups: its name (first column to second, and back in a mapping out), or its name with columns.",
          "anyOf": [
            {
              "type": "string",
              "minLength": 1
            },
            {
              "$ref": "#/$defs/lookup"
            }
          ],
          "x-ts-type": "string | Lookup"
        },
        "when": {
          "title": "When",
          "description": "An expression (CEL): the row holds only where it is true.",
          "type": "string",
          "minLength": 1
        },
        "default": {
          "title": "Default",
          "description": "The value where there is none.",
          "type": [
            "string",
            "boolean",
            "number"
          ]
        },
        "optional": {
          "title": "Optional",
          "description": "The field may be missing. Without this and without a default, a row that finds nothing refuses the record.",
          "type": "boolean"
        },
        "firstCounts": {
          "title": "First counts",
          "description": "Of several values that differ the first is taken. Without this they refuse the record.",
          "type": "boolean"
        },
        "needs": {
          "title": "Needs",
          "description": "A group or an entry of a list is left out where this field of it is missing.",
          "type": "string",
          "minLength": 1
        },
        "distinct": {
          "title": "Distinct",
          "description": "With texts: each text once.",
          "type": "boolean"
        },
        "join": {
          "title": "Join",
          "description": "With texts: one text, joined by this.",
          "type": "string"
        },
        "as": {
          "title": "As",
          "description": "In a mapping out: how JSON writes the value, and whether a lone entry stays a list.",
          "type": "string",
          "enum": [
            "text",
            "number",
            "list"
          ]
        }
      }
    },
    "converter": {
      "title": "Converter",
      "x-type": "Converter",
      "anyOf": [
        {
          "type": "string",
          "minLength": 1,
          "examples": [
            "text",
            "trim",
            "upper",
            "lower",
            "collapse",
            "digits",
            "strip",
            "substring",
            "replace",
            "split",
            "gtin",
            "pad",
            "unpad",
            "prefix",
            "suffix",
            "drop-prefix",
            "drop-suffix",
            "nearest-letters",
            "decimal",
            "integer",
            "date",
            "date-for-information",
            "instant",
            "boolean",
            "flag",
            "code",
            "money",
            "decimal-for-information",
            "order-of-reference",
            "line-of-reference",
            "sunk-bytes",
            "sunk-sha256"
          ]
        },
        {
          "x-ts-type": "{ [k: string]: unknown }",
          "type": "object",
          "minProperties": 1,
          "maxProperties": 1,
          "additionalProperties": true,
          "properties": {
            "text": {
              "description": "The text as it stands."
            },
            "trim": {
              "description": "Takes blanks and line ends off both ends."
            },
            "upper": {
              "description": "Capital letters."
            },
            "lower": {
              "description": "Small letters."
            },
            "collapse": {
              "description": "Several blanks or line ends become one blank, those at the ends go."
            },
            "digits": {
              "description": "Keeps the digits 0 to 9 and nothing else. A value without digits is nothing."
            },
            "strip": {
              "description": "Takes these characters out, wherever they stand.",
              "properties": {
                "characters": {
                  "description": "the characters, as \". -\"."
                }
              }
            },
            "substring": {
              "description": "The characters from one position to another, both included. A value that ends before is as long as it is; one that ends before the first is nothing.",
              "properties": {
                "from": {
                  "description": "the first position, from 1. Left out: 1."
                },
                "to": {
                  "description": "the last position. Left out: the end."
                }
              }
            },
            "replace": {
              "description": "Writes one text in place of another, everywhere, capital and small letters as they stand.",
              "properties": {
                "from": {
                  "description": "the text that goes."
                },
                "to": {
                  "description": "the text that comes. Left out: none."
                }
              }
            },
            "split": {
              "description": "One part of a text. Where it has fewer parts there is nothing.",
              "properties": {
                "by": {
                  "description": "what stands between the parts."
                },
                "part": {
                  "description": "which part, from 1; -1 is the last."
                }
              }
            },
            "gtin": {
              "description": "A GTIN of 8, 12, 13 or 14 digits with its check digit. Zeros in front stay."
            },
            "pad": {
              "description": "Fills up to a length. A longer value is refused, never cut.",
              "properties": {
                "length": {
                  "description": "characters of the result, 1 to 1000."
                },
                "with": {
                  "description": "the character that fills, as \"0\"."
                },
                "side": {
                  "description": "on which side it stands. Left out: left.",
                  "examples": [
                    "left",
                    "right"
                  ]
                }
              }
            },
            "unpad": {
              "description": "Takes the filling of pad off again: that character at that side, as often as it stands there.",
              "properties": {
                "with": {
                  "description": "the character that fills, as \"0\"."
                },
                "side": {
                  "description": "on which side it stands. Left out: left.",
                  "examples": [
                    "left",
                    "right"
                  ]
                }
              }
            },
            "prefix": {
              "description": "Puts a text in front.",
              "properties": {
                "text": {
                  "description": "the text."
                }
              }
            },
            "suffix": {
              "description": "Puts a text behind.",
              "properties": {
                "text": {
                  "description": "the text."
                }
              }
            },
            "drop-prefix": {
              "description": "Takes a text off the front. A value that does not begin with it is refused.",
              "properties": {
                "text": {
                  "description": "the text."
                }
              }
            },
            "drop-suffix": {
              "description": "Takes a text off the end. A value that does not end with it is refused.",
              "properties": {
                "text": {
                  "description": "the text."
                }
              }
            },
            "nearest-letters": {
              "description": "The text as it stands."
            },
            "decimal": {
              "description": "A number as the file writes it, exactly. What stands before the decimals and between thousands is said once, under source or target.",
              "properties": {
                "scale": {
                  "description": "exactly so many decimals. Left out: as many as there are."
                },
                "rounding": {
                  "description": "what becomes of decimals beyond the scale. Left out: a value that would change is refused. half-up rounds half away from zero.",
                  "examples": [
                    "half-up",
                    "half-even",
                    "down"
                  ]
                },
                "implied": {
                  "description": "so many last digits are decimals, without a point: with 2, 1050 is 10.50."
                },
                "sign": {
                  "description": "where a minus stands. Left out: leading.",
                  "examples": [
                    "leading",
                    "trailing"
                  ]
                },
                "point": {
                  "description": "what stands before the decimals. Left out: as source or target says.",
                  "examples": [
                    ".",
                    ","
                  ]
                }
              }
            },
            "integer": {
              "description": "A whole number, without thousands. Zeros in front count for nothing."
            },
            "date": {
              "description": "A day as the file writes it. Without a pattern as source or target says (date), else yyyy-MM-dd. Only days that exist.",
              "properties": {
                "pattern": {
                  "description": "how the file writes it: yyyy or yy, MM or M, dd or d, HH, mm, ss, SSS, +hh:mm or +hhmm for the offset; other letters in single quotes. Years of two digits: 00 to 79 are 20.., 80 to 99 are 19..."
                }
              }
            },
            "date-for-information": {
              "description": "A day that only informs: one that cannot be read is left out with a warning.",
              "properties": {
                "pattern": {
                  "description": "how the file writes it: yyyy or yy, MM or M, dd or d, HH, mm, ss, SSS, +hh:mm or +hhmm for the offset; other letters in single quotes. Years of two digits: 00 to 79 are 20.., 80 to 99 are 19..."
                }
              }
            },
            "instant": {
              "description": "A point in time. Without a pattern as RFC 3339 has it, with its offset; with a pattern without an offset in the zone of site.yaml. A time that the clock shows twice or never (daylight saving) is refused when read.",
              "properties": {
                "pattern": {
                  "description": "how the file writes it: yyyy or yy, MM or M, dd or d, HH, mm, ss, SSS, +hh:mm or +hhmm for the offset; other letters in single quotes. Years of two digits: 00 to 79 are 20.., 80 to 99 are 19..."
                }
              }
            },
            "boolean": {
              "description": "true or 1, false or 0."
            },
            "flag": {
              "description": "A flag by two words: the first means true, the second false. Capital and small letters as they stand.",
              "properties": {
                "words": {
                  "description": "the word for true and the word for false: [J, N]."
                }
              }
            },
            "code": {
              "description": "One value for another: theirs stands in front, ours behind. Other values are refused.",
              "properties": {
                "codes": {
                  "description": "the codes: { theirs: ours }."
                }
              }
            },
            "money": {
              "description": "An amount of an XML invoice: exact, and in the document's currency where its attribute currencyID names one."
            },
            "decimal-for-information": {
              "description": "A number that only informs: one that cannot be read is left out with a warning."
            },
            "order-of-reference": {
              "description": "The order of a reference order##line, as the guide of EHF 2.0 has it; nothing where the reference has no two parts."
            },
            "line-of-reference": {
              "description": "The line of a reference order##line; the whole reference where it has no two parts."
            },
            "sunk-bytes": {
              "description": "The size of an attachment in bytes, decoded."
            },
            "sunk-sha256": {
              "description": "The SHA-256 of an attachment, decoded, in hexadecimal."
            }
          }
        }
      ]
    },
    "lookup": {
      "title": "Look-up",
      "x-type": "Lookup",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "table"
      ],
      "properties": {
        "table": {
          "title": "Table",
          "description": "Its name: mappings/lookups/NAME.csv.",
          "type": "string",
          "minLength": 1
        },
        "from": {
          "title": "From",
          "description": "The column that is searched.",
          "type": "string",
          "minLength": 1
        },
        "to": {
          "title": "To",
          "description": "The column that is taken.",
          "type": "string",
          "minLength": 1
        },
        "missing": {
          "title": "Missing",
          "description": "What counts where the value is not in the table: refuse (default), keep (the value itself) or absent.",
          "type": "string",
          "enum": [
            "refuse",
            "keep",
            "absent"
          ]
        },
        "folded": {
          "title": "Folded",
          "description": "Compare without regard to case and blanks around.",
          "type": "boolean"
        }
      }
    },
    "recordType": {
      "title": "Record type",
      "description": "One kind of line.",
      "x-type": "RecordType",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "under": {
          "title": "Under",
          "description": "The kind of line that it belongs to: it becomes a child of the last one of that kind.",
          "type": "string",
          "minLength": 1
        },
        "columns": {
          "title": "Columns",
          "description": "csv: names of the columns from left to right (null for one that is not used), or name: position.",
          "anyOf": [
            {
              "type": "array",
              "items": {
                "type": [
                  "string",
                  "null"
                ]
              }
            },
            {
              "type": "object",
              "additionalProperties": {
                "type": "integer",
                "minimum": 1
              }
            }
          ],
          "x-ts-type": "(string | null)[] | Record<string, number>"
        },
        "fields": {
          "title": "Fields",
          "description": "fixed-width: name: positions from 1, both ends included (9-15), or a text that always stands there.",
          "type": "object",
          "additionalProperties": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "$ref": "#/$defs/fixedField"
              }
            ]
          },
          "x-ts-type": "Record<string, string | FixedField>"
        },
        "ignore": {
          "title": "Ignore",
          "description": "Lines of this kind are known and not read.",
          "type": "boolean"
        }
      }
    },
    "fixedField": {
      "title": "Field",
      "x-type": "FixedField",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "at"
      ],
      "properties": {
        "at": {
          "title": "At",
          "description": "Positions from 1, both ends included: 9-15.",
          "type": "string",
          "minLength": 1
        },
        "align": {
          "title": "Align",
          "description": "Out: left (blanks behind) or right. Left out: left.",
          "type": "string",
          "enum": [
            "left",
            "right"
          ]
        },
        "fill": {
          "title": "Fill",
          "description": "Out: the character that fills the field. Left out: a blank.",
          "type": "string",
          "minLength": 1,
          "maxLength": 1
        },
        "value": {
          "title": "Value",
          "description": "Always this text: checked when read, written when written.",
          "type": "string"
        }
      }
    },
    "format": {
      "title": "Format",
      "description": "What kind of file it is, and how its values are written.",
      "x-type": "MappingFormat",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "format"
      ],
      "properties": {
        "format": {
          "title": "Format",
          "description": "The kind of file.",
          "type": "string",
          "enum": [
            "xml",
            "json",
            "csv",
            "fixed-width",
            "visma-import"
          ]
        },
        "encoding": {
          "title": "Encoding",
          "description": "In: how bytes are read where the file itself does not say (a byte order mark and an XML declaration say). Out: how they are written.",
          "type": "string",
          "enum": [
            "utf-8",
            "utf-8-bom",
            "utf-16le",
            "windows-1252",
            "iso-8859-1"
          ]
        },
        "each": {
          "title": "Each",
          "description": "In: the path of the records, each a document of its own. Left out: the whole file is one (xml, json), each line is one (csv, fixed-width).",
          "type": "string",
          "minLength": 1
        },
        "envelope": {
          "title": "Envelope",
          "description": "In, xml: the document may stand alone in an envelope of this kind, and is then taken out of it.",
          "type": "string",
          "enum": [
            "sbdh"
          ]
        },
        "decimal": {
          "title": "Decimal sign",
          "description": "What stands before the decimals. Left out: a point.",
          "type": "string",
          "enum": [
            ".",
            ","
          ]
        },
        "thousands": {
          "title": "Thousands sign",
          "description": "What may stand between thousands. Left out: nothing may.",
          "type": "string",
          "enum": [
            ".",
            " ",
            "'",
            ","
          ]
        },
        "date": {
          "title": "Date",
          "description": "How dates are written: yyyy-MM-dd, dd.MM.yyyy, yyyyMMdd, ddMMyy. Left out: yyyy-MM-dd.",
          "type": "string",
          "minLength": 1
        },
        "separator": {
          "title": "Separator",
          "description": "csv: between two columns. Left out: a semicolon.",
          "type": "string",
          "minLength": 1,
          "maxLength": 1
        },
        "quote": {
          "title": "Quote",
          "description": "csv: around a text that has a separator in it; \"\" for none. Left out: a double quotation mark.",
          "type": "string",
          "maxLength": 1
        },
        "header": {
          "title": "Header",
          "description": "csv: the first line has the names of the columns. Left out: true where columns and records are left out.",
          "type": "boolean"
        },
        "columns": {
          "title": "Columns",
          "description": "csv without header: names of the columns from left to right (null for one that is not used). visma-import: the fields behind the key word.",
          "type": "array",
          "items": {
            "type": [
              "string",
              "null"
            ]
          }
        },
        "groupBy": {
          "title": "Group by",
          "description": "In, csv and fixed-width with one kind of line: lines that follow each other and say the same in these columns make one record. Each stands in it as `line` (each: line); what is read of the record itself has to be the same on all of them.",
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "skipLines": {
          "title": "Lines to skip",
          "description": "csv, fixed-width: so many lines at the beginning say nothing.",
          "type": "integer",
          "minimum": 0,
          "maximum": 1000
        },
        "comment": {
          "title": "Comment",
          "description": "csv: lines that begin so say nothing.",
          "type": "string",
          "minLength": 1
        },
        "recordType": {
          "title": "Record type",
          "description": "csv: the column (from 1), fixed-width: the positions (1-2), that say which kind of line it is.",
          "type": [
            "integer",
            "string"
          ]
        },
        "records": {
          "title": "Record types",
          "description": "Kinds of lines by what stands at recordType. Order matters when written.",
          "type": "object",
          "additionalProperties": {
            "$ref": "#/$defs/recordType"
          },
          "x-ts-type": "Record<string, RecordType>"
        },
        "fields": {
          "title": "Fields",
          "description": "fixed-width with one kind of line: name: positions.",
          "type": "object",
          "additionalProperties": {
            "anyOf": [
              {
                "type": "string"
              },
              {
                "$ref": "#/$defs/fixedField"
              }
            ]
          },
          "x-ts-type": "Record<string, string | FixedField>"
        },
        "lineLength": {
          "title": "Line length",
          "description": "fixed-width: characters of a line; others are refused.",
          "type": "integer",
          "minimum": 1,
          "maximum": 10000
        },
        "tables": {
          "title": "Tables",
          "description": "visma-import: the key words with their fields, as in @WaVo(VoNo,VoDt).",
          "type": "object",
          "additionalProperties": {
            "$ref": "#/$defs/recordType"
          },
          "x-ts-type": "Record<string, RecordType>"
        },
        "before": {
          "title": "Before",
          "description": "visma-import: lines that stand first, as @IMPORT_METHOD(3).",
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "root": {
          "title": "Root",
          "description": "Out, xml: the root element, with the prefix of a declared namespace.",
          "type": "string",
          "minLength": 1
        },
        "lineEnd": {
          "title": "Line end",
          "description": "Out: lf or crlf. Left out: lf for xml and json, crlf for the others.",
          "type": "string",
          "enum": [
            "lf",
            "crlf"
          ]
        },
        "ending": {
          "title": "Ending",
          "description": "Out: how the file's name ends, without the dot. Left out: xml, json, csv, txt.",
          "type": "string",
          "minLength": 1
        }
      }
    },
    "claims": {
      "title": "Claims",
      "description": "Which files are read by this mapping, or in which outbox its files go. All that is given has to fit.",
      "x-type": "MappingClaims",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "channel"
      ],
      "properties": {
        "channel": {
          "title": "Channel",
          "description": "The channel, as in site.yaml.",
          "type": "string",
          "enum": [
            "epack",
            "visma",
            "visma-refusals",
            "invoices",
            "bank",
            "commands",
            "suppliers",
            "acknowledgements"
          ]
        },
        "name": {
          "title": "Name",
          "description": "A pattern for the file's name: * for any text, ? for one character. Upper and lower case are alike.",
          "anyOf": [
            {
              "type": "string",
              "minLength": 1
            },
            {
              "type": "array",
              "minItems": 1,
              "items": {
                "type": "string",
                "minLength": 1
              }
            }
          ],
          "x-ts-type": "string | string[]"
        },
        "root": {
          "title": "Root",
          "description": "xml: the root element, with a prefix of namespaces where it has a namespace.",
          "type": "string",
          "minLength": 1
        },
        "header": {
          "title": "Header",
          "description": "csv: columns that the first line must have.",
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "begins": {
          "title": "Begins",
          "description": "What the file begins with (a regular expression, tried on its first 1000 characters).",
          "type": "string",
          "minLength": 1
        },
        "where": {
          "title": "Where",
          "description": "xml, json: paths from the top of the file, each with a regular expression that its value has to fit.",
          "type": "object",
          "additionalProperties": {
            "type": "string",
            "minLength": 1
          },
          "x-ts-type": "Record<string, string>"
        },
        "priority": {
          "title": "Priority",
          "description": "Of several mappings that claim a file the one with the highest is taken; several with the same refuse the file. Left out: 0.",
          "type": "integer",
          "minimum": -100,
          "maximum": 100
        }
      }
    }
  }
};
