import type { RefusalTexts } from '@lienthong/kit/refusal';

export const refusalsEn: RefusalTexts = {
  SYSTEM_NOT_FOUND: () => 'This information system was not found.',
  DOSSIER_NOT_FOUND: () => 'This dossier was not found.',
  CHECK_NOT_FOUND: () => 'This check was not found.',
  SYSTEM_CODE_TAKEN: ({ systemCode }) => `Another system in the province already has the code ${systemCode}.`,
  SYSTEM_CODE_INVALID: () => 'A code has 2 to 40 letters, digits and . _ / -',
  UNIT_UNKNOWN: () => 'There is no such unit in the province.',
  UNIT_ENDED: ({ unitName }) => `${unitName} does not exist today.`,
  FIELD_EMPTY: () => 'This must not be empty.',
  FIELD_TOO_LONG: ({ most }) => `This is longer than ${most} characters.`,
  LEVEL_OUT_OF_RANGE: () => 'A level is a number from 1 to 5.',
  LEVEL_BELOW_CRITERION: ({ least, source }) => `A system of this type has level ${least} at least (${source}).`,
  LEVEL_MAY_ONLY_RISE: ({ level }) => `The level is ${level}; risk can only raise it.`,
  NOT_APPROVED_FOR_USE: ({ source }) =>
    `Without an approved level the system may not be put to use on that day (${source}). Leave the day empty until the level is approved.`,
  DOSSIER_UNDER_WAY: () => 'The dossier is being appraised or approved. Change the level once it has come back.',
  STEP_NOT_POSSIBLE: () => 'The dossier is not where this step could be taken. Reload to see where it stands.',
  APPRAISER_OPERATES_SYSTEM: () => 'The unit that operates a system may not appraise its dossier.',
  REGIME_NO_LONGER_APPROVES: () =>
    'The dossier was begun under the old law, whose time of transition has passed. Open a new one under the present law.',
  REASON_REQUIRED: () => 'Give a reason.',
  DECISION_NUMBER_REQUIRED: () => 'Give the number of the approving decision.',
  DECISION_DATE_REQUIRED: () => 'Give the date of the approving decision.',
  DECIDING_BODY_REQUIRED: () => 'Give the body that decided.',
  DECISION_IN_FUTURE: () => 'The decision cannot be dated after today.',
  DECISION_BEFORE_SUBMISSION: () => 'The decision cannot be dated before the dossier was sent.',
  AUTHORISATION_REQUIRED: () => 'Give the document that allows the check.',
  WINDOW_REVERSED: () => 'The last day cannot be before the first.',
  HOST_INVALID: () => 'This is not a host name or address.',
  PORT_INVALID: () => 'A port is a number from 1 to 65535.',
  PORT_NOT_ALLOWED: ({ port }) => `Port ${port} is not on the list of what may be checked.`,
  TARGET_NOT_ALLOWED: () => 'This address is outside what may be checked.',
  CHECK_EXISTS: () => 'The system already has this check for the same host and port.',
  CHECK_NOT_AUTHORISED: ({ authorisedFrom, authorisedTo }) =>
    `It may be checked from ${authorisedFrom} to ${authorisedTo} only.`,
};
