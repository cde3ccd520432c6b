/** What the importer hands over: the facts of the document, its tasks, and what a reader must look at. */
export interface ImportedDocument {
  document: DocumentFacts;
  tasks: ImportedTask[];
  warnings: ImportWarning[];
}

export interface DocumentFacts {
  number: string | null;
  issuedOn: string | null;
  issuer: string | null;
  title: string | null;
  kind: string | null;
}

export type Scope = 'PARTY' | 'GOVERNMENT' | 'FRONT';

export interface MatchedUnit {
  /** As printed. */
  text: string;
  /** The directory's name, or the printed one, cleaned. */
  name: string;
  code: string | null;
  kind: 'unit' | 'group' | 'external';
  scope: Scope | null;
}

export type DeadlineKind =
  | 'DATE'
  | 'BEFORE_DATE'
  | 'END_OF_MONTH'
  | 'END_OF_QUARTER'
  | 'END_OF_YEAR'
  | 'RECURRING'
  | 'ONGOING'
  | 'UPON_EVENT'
  | 'PER_UPSTREAM_PLAN'
  | 'PHASED'
  | 'DONE'
  | 'NONE';

export type Cadence = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'YEARLY';

export interface ReadDeadline {
  kind: DeadlineKind;
  text: string;
  startsOn: string | null;
  /** The last day on which the task is on time. */
  dueOn: string | null;
  cadence: Cadence | null;
  thenOngoing: boolean;
}

export interface ImportedTask {
  appendix: string | null;
  section: string | null;
  number: string | null;
  content: string;
  leadUnits: MatchedUnit[];
  coordinatingUnits: MatchedUnit[];
  deadline: ReadDeadline;
  expectedResult: string | null;
  basis: string | null;
  /** The lowest confidence of any of its fields. */
  confidence: number;
  warnings: ImportWarning[];
}

export interface ImportWarning {
  code: string;
  message: string;
  where: string | null;
}
