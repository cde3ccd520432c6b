import { Refusal } from '@lienthong/kit/refusal';
import type { ActingMembership, Actor, Bloc, Role } from '@lienthong/policy/actor';
import type { EntityManager } from 'typeorm';

/** What the gateway asks after it has verified a token. */
export interface ActorQuestion {
  subject: string | null;
  clientId: string;
  portal: Bloc | null;
  membershipId: string | null;
  locale: 'vi' | 'en';
}

/** Who somebody is on a day, in the portal they came through. */
export async function resolveActor(manager: EntityManager, question: ActorQuestion, on: string): Promise<Actor> {
  return question.subject === null
    ? resolveIntegrator(manager, question, on)
    : resolvePerson(manager, { ...question, subject: question.subject }, on);
}

async function resolveIntegrator(manager: EntityManager, question: ActorQuestion, on: string): Promise<Actor> {
  const [client] = (await manager.query(
    `SELECT id, name, province_ids AS "provinceIds", scopes FROM integrator_clients
     WHERE id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)`,
    [question.clientId, on],
  )) as { id: string; name: string; provinceIds: string[]; scopes: string[] }[];
  if (!client || question.portal !== null) throw new Refusal('FORBIDDEN', 'CLIENT_UNKNOWN');
  return {
    kind: 'integrator',
    id: client.id,
    displayName: client.name,
    portal: null,
    membership: null,
    memberships: [],
    scopes: client.scopes,
    provinceIds: client.provinceIds,
    locale: question.locale,
  };
}

interface HeldRow {
  id: string;
  unitId: string;
  role: Role;
  bloc: Bloc | null;
  provinceId: string;
}

async function resolvePerson(
  manager: EntityManager,
  question: ActorQuestion & { subject: string },
  on: string,
): Promise<Actor> {
  const [person] = (await manager.query(
    'SELECT id, display_name AS "displayName", display_name_en AS "displayNameEn" FROM people WHERE subject = $1',
    [question.subject],
  )) as { id: string; displayName: string; displayNameEn: string | null }[];
  const held = person ? await membershipsHeld(manager, person.id, on) : [];
  const usable = held.filter((row) => opens(question.portal, row));
  // The sign-in was right, and there is nothing yet to do here: the portal says so, it does not turn the person away.
  if (held.length > 0 && usable.length === 0) throw new Refusal('FORBIDDEN', 'OTHER_PORTAL');
  return {
    kind: 'person',
    // The prefix keeps a subject that nobody entered from being taken for a person's id.
    id: person?.id ?? `unknown:${question.subject}`,
    displayName: (question.locale === 'en' && person?.displayNameEn) || person?.displayName || '',
    portal: question.portal,
    membership: chosen(usable, question.membershipId),
    memberships: usable,
    scopes: [],
    provinceIds: [...new Set(usable.map((row) => row.provinceId))],
    locale: question.locale,
  };
}

/** A membership counts while both it and its unit exist. */
async function membershipsHeld(manager: EntityManager, personId: string, on: string): Promise<HeldRow[]> {
  return manager.query(
    `SELECT m.id, m.unit_id AS "unitId", m.role, m.bloc, m.province_id AS "provinceId"
     FROM memberships m JOIN units u ON u.id = m.unit_id
     WHERE m.person_id = $1 AND m.valid_from <= $2 AND (m.valid_to IS NULL OR m.valid_to > $2)
       AND u.valid_from <= $2 AND (u.valid_to IS NULL OR u.valid_to > $2)
     ORDER BY m.valid_from, m.id`,
    [personId, on],
  );
}

/** A unit of no bloc, such as a court, may be entered through either portal. */
function opens(portal: Bloc | null, membership: ActingMembership): boolean {
  return portal === null || membership.bloc === null || membership.bloc === portal;
}

function chosen(usable: readonly ActingMembership[], membershipId: string | null): ActingMembership | null {
  if (membershipId === null) return usable[0] ?? null;
  const membership = usable.find(({ id }) => id === membershipId);
  if (!membership) throw new Refusal('FORBIDDEN', 'MEMBERSHIP_NOT_HELD');
  return membership;
}
