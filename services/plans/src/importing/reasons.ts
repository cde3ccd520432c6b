/** Why a name was taken for a unit, a group or for neither. */
export type UnitReason =
  | 'EXACT_NAME'
  | 'ALIAS'
  | 'ABBREVIATION'
  | 'SHORTENED_NAME'
  | 'COMMUNE'
  | 'SHARED_WORDS'
  | 'HEAD_OF'
  | 'BY_BLOC'
  | 'SEVERAL_UNITS'
  | 'OTHER_MARKS'
  | 'MISSPELT'
  | 'EXACT_GROUP'
  | 'NEAR_GROUP'
  | 'UNKNOWN_GROUP'
  | 'CENTRAL_BODY'
  | 'OTHER_PROVINCE'
  | 'NOT_IN_DIRECTORY';

/** Why the words of a deadline were read as they were. */
export type DeadlineReason =
  | 'EMPTY'
  | 'DONE'
  | 'PHASES'
  | 'CADENCE'
  | 'EVENT'
  | 'UPSTREAM'
  | 'ONGOING'
  | 'NONE_STATED'
  | 'NOT_UNDERSTOOD'
  | 'NO_SUCH_DAY'
  | 'ONLY_START'
  | 'BEFORE_NAMED_DAY'
  | 'NAMED_TIME'
  | 'SEVERAL_TIMES';
