/** Words that name what a person is in a body: "director" in "managing director Mira Holt". */
export const ROLES: ReadonlySet<string> = new Set(
  `director editor partner officer president chair chairman chairwoman chairperson chief executive secretary treasurer
  governor mayor minister ambassador commander judge justice general inspector commissioner manager engineer head
  principal rector dean superintendent registrar coroner sheriff captain harbourmaster producer trustee founder
  spokesman spokeswoman spokesperson councillor leader deputy chancellor premier speaker coach captain`
    .trim()
    .split(/\s+/),
);

/** Participles that belong to the name of a role and are no verb in front of one: "managing director". */
export const OF_ROLES: ReadonlySet<string> = new Set(
  "managing acting presiding commanding founding leading outgoing incoming visiting sitting retiring executive".split(
    " ",
  ),
);
