import type { RefusalTexts } from '@lienthong/kit/refusal';

export const en: RefusalTexts = {
  CLIENT_UNKNOWN: () => 'This client is not registered, or its registration has ended.',
  OTHER_PORTAL: () => 'Your account does not belong to the bloc of this portal.',
  MEMBERSHIP_NOT_HELD: () => 'You no longer hold the role you chose. Sign in again.',
  OTHER_PROVINCE: () => 'This belongs to another province.',
  PROVINCE_NEEDED: () => 'Choose a province.',
  DATE_OUT_OF_RANGE: ({ on, latest }) => `${on} is not a plausible date: choose one between 1945 and ${latest}.`,
  TEXT_MISSING: () => 'This may not be empty.',
  TEXT_TOO_LONG: ({ longest }) => `This is longer than ${longest} characters.`,
  UNIT_NOT_FOUND: () => 'The unit was not found.',
  UNIT_CODE_FORM: () => 'A code has groups of capitals and digits joined by full stops, at most 35 characters.',
  UNIT_CODE_TAKEN: ({ code }) => `The code ${code} is in use by another unit.`,
  UNIT_KIND_UNKNOWN: ({ kind }) => `There is no kind of unit “${kind}”.`,
  UNIT_KIND_OF_OTHER_BLOC: () => 'This kind of unit does not go with the chosen bloc.',
  UNIT_NOT_VALID_ON_DATE: ({ name, on }) => `${name} does not exist on ${on}.`,
  UNIT_ALREADY_ENDED: ({ name, endedOn }) => `${name} has already ended on ${endedOn}.`,
  UNIT_HAS_LATER_CHANGES: ({ changesOn }) => `A change is recorded for ${changesOn}; choose an end after that day.`,
  UNIT_HAS_CHILDREN: ({ children, count }) =>
    `${count} unit(s) would still stand below it: ${names(children)}. Move or end them first.`,
  END_NOT_AFTER_START: ({ validFrom }) => `The end must come after the start (${validFrom}).`,
  SUCCESSOR_IS_ITSELF: () => 'A unit cannot succeed itself.',
  SUCCESSOR_UNKNOWN: () => 'The successor was not found.',
  SUCCESSOR_OF_OTHER_PROVINCE: ({ name }) => `${name} belongs to another province and cannot succeed.`,
  SUCCESSOR_NOT_VALID: ({ name, on }) => `${name} does not exist on ${on} and cannot succeed.`,
  NAME_UNCHANGED: () => 'The new name is the same as the present one.',
  PARENT_UNCHANGED: () => 'The unit already stands there on that day.',
  PARENT_OF_OTHER_PROVINCE: ({ name }) => `${name} belongs to another province.`,
  PARENT_OF_OTHER_BLOC: ({ name }) => `${name} belongs to the other bloc.`,
  PARENT_OF_LOWER_TIER: ({ name }) => `${name} is of a lower level and cannot be the parent.`,
  PARENT_NOT_VALID_ON_DATE: ({ name, on }) => `${name} does not exist on ${on}.`,
  PARENT_ENDS_EARLIER: ({ name, endsOn }) => `${name} ends on ${endsOn}.`,
  PARENT_BELOW_UNIT: ({ name, on }) => `${name} stands below this very unit on ${on}.`,
  TOP_OF_PROVINCE: () => 'Only the provincial administrator of the bloc may place a unit here.',
  TERRITORY_UNKNOWN: () => 'The territory was not found.',
  TERRITORY_OF_OTHER_PROVINCE: ({ name }) => `${name} belongs to another province.`,
  PERSON_OR_NEW_PERSON: () => 'Choose a known person or enter a new one.',
  PERSON_NOT_FOUND: () => 'The person was not found.',
  PERSON_KNOWN: () => 'This account is already known; choose it from the list.',
  MEMBERSHIP_NOT_FOUND: () => 'The membership was not found.',
  MEMBERSHIP_HELD: () => 'This person already holds that role in the unit in that time.',
  MEMBERSHIP_ENDED: ({ endedOn }) => `This membership ended on ${endedOn}.`,
  ROLE_OF_PROVINCIAL_SEAT: () => 'Only the provincial administrator gives this role.',
};

function names(children: readonly { name: string }[]): string {
  const shown = children.slice(0, 5).map((child) => child.name);
  return shown.join(', ') + (children.length > shown.length ? ', …' : '');
}
