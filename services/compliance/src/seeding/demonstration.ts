import type { Hierarchy, UnitNode } from '@lienthong/policy/hierarchy';
import { CheckKind } from '../checks/check-kind.ts';
import type { DossierState } from '../dossiers/dossier.state.ts';
import { regimeOn } from '../regimes/legal-regime.ts';
import { historyTo } from './dossier-history.ts';
import namedSystems from './named-systems.json' with { type: 'json' };
import { pastRuns, type Quality } from './past-runs.ts';
import { Random } from './random.ts';

/** The business date of the demonstration. */
export const demonstrationDate = '2025-11-20';

type Row = Record<string, unknown>;

export interface Demonstration {
  systems: Row[];
  dossiers: Row[];
  dossierEvents: Row[];
  checks: Row[];
  checkRuns: Row[];
}

const stateShares: readonly (readonly [DossierState, number])[] = [
  ['APPROVED', 42],
  ['AWAITING_APPROVAL', 8],
  ['APPRAISED', 6],
  ['UNDER_APPRAISAL', 9],
  ['SUBMITTED', 12],
  ['RETURNED', 8],
  ['DRAFT', 15],
];

/** Shares of units with a registered network; kinds that are no offices of their own have none. */
const networkShares: Record<string, number> = {
  COMMUNE_PEOPLES_COMMITTEE: 0.82,
  COMMUNE_PARTY_COMMITTEE: 0.3,
  DEPARTMENT: 0.95,
  GOVERNMENT_OFFICE: 1,
  INSPECTORATE: 1,
  CENTRE: 0.7,
  MANAGEMENT_BOARD: 0.7,
  POLICE: 1,
  PARTY_OFFICE: 1,
  PARTY_COMMISSION: 0.8,
  PARTY_INSPECTION: 1,
  FRONT: 0.5,
  MASS_ORGANISATION: 0.4,
};

export function makeDemonstration(
  hierarchy: Hierarchy,
  provinceIds: readonly string[],
  targetPort: number | null,
): Demonstration {
  const made: Demonstration = { systems: [], dossiers: [], dossierEvents: [], checks: [], checkRuns: [] };
  for (const provinceId of provinceIds) {
    const random = new Random(`compliance ${provinceId}`);
    const units = [...hierarchy.inProvince(provinceId, demonstrationDate)].sort((one, other) =>
      one.id < other.id ? -1 : 1,
    );
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    for (const unit of units) if (random.chance(networkShares[unit.kind] ?? 0)) addNetwork(made, unit, random);
    for (const named of namedSystems) {
      const owner = byId.get(`${provinceId}.${named.owner}`);
      if (!owner) continue;
      const operator = named.operator ? byId.get(`${provinceId}.${named.operator}`) : undefined;
      const id = `${provinceId}-${named.key.toLowerCase()}`;
      // Provinces differ: the first in the list is the one the plans describe best, the others vary.
      const state = provinceId === provinceIds[0] ? (named.state as DossierState) : random.weighted(stateShares);
      addSystem(made, id, owner, { ...named, code: named.key, operatorId: operator?.id ?? null }, state, random);
      if (named.web)
        addChecks(made, id, `${named.key.toLowerCase()}.t${provinceId}.example`, named.quality as Quality, random);
    }
  }
  if (targetPort !== null) addTarget(made, hierarchy, targetPort);
  return made;
}

function addNetwork(made: Demonstration, unit: UnitNode, random: Random): void {
  const system = {
    code: `LAN-${unit.code}`,
    name: `Mạng nội bộ ${unit.name}`,
    nameEn: `Local network of ${unit.nameEn}`,
    type: 'NETWORK_INFRASTRUCTURE',
    level: 2,
    description: 'Mạng máy tính dùng trong cơ quan.',
    dataSubjects: null,
    inUseSince: unit.validFrom < '2025-07-01' ? '2023-01-01' : '2025-07-01',
    operatorId: null,
  };
  addSystem(made, `lan-${unit.id}`, unit, system, random.weighted(stateShares), random);
}

interface SystemSketch {
  code: string;
  name: string;
  nameEn: string;
  type: string;
  level: number;
  description: string;
  dataSubjects: string | null;
  inUseSince: string | null;
  operatorId: string | null;
}

function addSystem(
  made: Demonstration,
  id: string,
  owner: UnitNode,
  sketch: SystemSketch,
  state: DossierState,
  random: Random,
): void {
  const { code, name, nameEn, type, level, description, dataSubjects, inUseSince, operatorId } = sketch;
  made.systems.push({
    id,
    province_id: owner.provinceId,
    code,
    name,
    name_en: nameEn,
    type,
    level,
    description,
    owner_id: owner.id,
    operator_id: operatorId,
    bloc: owner.bloc,
    unit_ids: [owner.id],
    data_subjects: dataSubjects,
    in_use_since: inUseSince,
    version: 1,
  });
  const isReopened = state === 'REDETERMINATION_DUE';
  addDossier(made, `${id}-1`, id, owner, level, state, !isReopened, '2025-11-19', random);
  if (isReopened) addDossier(made, `${id}-2`, id, owner, level, 'DRAFT', true, '2025-11-19', random);
}

function addDossier(
  made: Demonstration,
  id: string,
  systemId: string,
  owner: UnitNode,
  level: number,
  state: DossierState,
  isCurrent: boolean,
  until: string,
  random: Random,
): void {
  const from = id.endsWith('-2') ? '2025-11-10' : owner.validFrom > '2025-07-01' ? owner.validFrom : '2025-07-07';
  const history = historyTo(state, from, until, random);
  const stepOn = (...steps: string[]): string | null =>
    history.findLast((past) => past.step !== null && steps.includes(past.step))?.at.slice(0, 10) ?? null;
  const approvedOn = stepOn('APPROVE');
  made.dossiers.push({
    id,
    system_id: systemId,
    proposed_level: level,
    legal_regime: regimeOn(from).key,
    state,
    state_since: history.at(-1)?.at,
    is_current: isCurrent,
    submitted_on: stepOn('SUBMIT', 'RESUBMIT'),
    decision_number: approvedOn && `${random.whole(100, 4800)}/QĐ-${owner.code.split('.').at(-1)}`,
    decision_on: approvedOn,
    decided_by: approvedOn && owner.name,
    version: history.length,
  });
  for (const [index, past] of history.entries()) {
    made.dossierEvents.push({
      id: `${id}-${index + 1}`,
      dossier_id: id,
      ordinal: index + 1,
      at: past.at,
      from_state: past.from,
      to_state: past.to,
      step: past.step,
      actor_name: `Cán bộ an toàn thông tin – ${owner.shortName}`,
      note: notes[past.step ?? ''] ?? null,
    });
  }
}

const notes: Record<string, string> = {
  RETURN: 'Thiếu phương án bảo đảm an toàn theo cấp độ.',
  MARK_REDETERMINATION: 'Cơ cấu tổ chức thay đổi sau sắp xếp.',
};

function addChecks(made: Demonstration, systemId: string, host: string, quality: Quality, random: Random): void {
  const until = new Date(`${demonstrationDate}T07:00:00+07:00`);
  for (const kind of Object.values(CheckKind)) {
    const id = `${systemId}-${kind.toLowerCase()}`;
    made.checks.push(checkRow(id, systemId, kind, host, kind === 'HTTPS_REDIRECT' ? 80 : 443));
    for (const [index, run] of pastRuns(kind, quality, until, random).entries()) {
      made.checkRuns.push({
        id: `${id}-${index + 1}`,
        check_id: id,
        state: 'FINISHED',
        outcome: run.outcome,
        reason_code: run.reason,
        started_at: run.startedAt,
        finished_at: run.finishedAt,
        observed_at: run.finishedAt,
        findings: run.findings,
        evidence: run.evidence,
        evidence_sha256: run.sha256,
        requested_by: 'Lịch kiểm tra định kỳ',
        attempts: 1,
      });
    }
  }
}

function checkRow(id: string, systemId: string, kind: string, host: string, port: number): Row {
  return {
    id,
    system_id: systemId,
    kind,
    host,
    port,
    authorised_by: 'Kế hoạch kiểm tra an toàn thông tin (dữ liệu minh họa)',
    authorised_from: '2025-07-01',
    authorised_to: '2027-12-31',
  };
}

/** A system whose server really listens, so that a check can really be run. */
function addTarget(made: Demonstration, hierarchy: Hierarchy, port: number): void {
  const owner = hierarchy.find('38.skhcn');
  if (!owner) return;
  const sketch: SystemSketch = {
    code: 'MINHHOA',
    name: 'Máy chủ minh họa kiểm tra an toàn',
    nameEn: 'Demonstration server for checks',
    type: 'ONLINE_SERVICE',
    level: 2,
    description: 'Máy chủ trên chính máy này, để thử các phép kiểm tra.',
    dataSubjects: 'Không có dữ liệu thật',
    inUseSince: null,
    operatorId: null,
  };
  addSystem(made, '38-minhhoa', owner, sketch, 'DRAFT', new Random('demonstration target'));
  for (const kind of Object.values(CheckKind)) {
    made.checks.push(checkRow(`38-minhhoa-${kind.toLowerCase()}`, '38-minhhoa', kind, 'localhost', port));
  }
}
