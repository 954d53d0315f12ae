/** Why an expression has no result, in words: thrown by the functions of expressions, caught where they are evaluated. */
export class ExpressionRefusal extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
