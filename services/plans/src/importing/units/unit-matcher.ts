import type { MatchedUnit, Scope } from '../imported-document.ts';
import type { UnitReason } from '../reasons.ts';
import { houseSpelling, oneLine, spelling } from '../vietnamese-text.ts';
import { scopeOf } from './bloc-scope.ts';
import { communeAt } from './commune-names.ts';
import type { Directory } from './directory.ts';
import { laterFirst, validAround } from './directory.ts';
import { groupLength } from './group-grammar.ts';
import { GroupNames, groupName } from './group-match.ts';
import { verbAt } from './group-words.ts';
import { labelled } from './labelled-cells.ts';
import { isMisspeltMinistry } from './ministries.ts';
import { type NameText, nameText } from './name-words.ts';
import { NearNames } from './near-names.ts';
import { type NamedUnit, UnitNames } from './unit-names.ts';

export interface UnitMatch extends MatchedUnit {
  /** The directory's id of the unit or group. */
  id: string | null;
  confidence: number;
  reason: UnitReason;
}

export interface UnitList {
  matches: UnitMatch[];
  /** Words that belong to no name. */
  strayWords: number;
  /** Names that follow each other without a mark between them. */
  missingMarks: number;
  confidence: number;
}

interface Span {
  from: number;
  to: number;
  match: Omit<UnitMatch, 'text' | 'scope'>;
  /** Words after the name that say what the body does. */
  note: string;
}

const CENTRAL =
  /^([Bb]ộ (?!Chỉ huy)\p{Lu}|[Bb]an [\p{L} ]*Trung ương|[Vv]ăn phòng (Trung ương|Chính phủ|Quốc hội|Chủ tịch nước)|Chính phủ|Thủ tướng|[Tt][òoaà]{2} án nhân dân tối cao|Viện kiểm sát nhân dân tối cao|Quốc hội|Trung ương|Ngân hàng Nhà nước|Thanh tra Chính phủ)/u;

/** What begins the name of a body, even of one that the directory does not know. */
const BODY =
  /^(Sở|Ban|Hội|Đoàn|Chi cục|Cục|Chi nhánh|Trung tâm|Công ty|Tổng [Cc]ông ty|Tập đoàn|Trường|Bệnh viện|Viện|Ngân hàng|Kho bạc|Liên đoàn|Liên minh|Liên hiệp|Hiệp hội|Bưu điện|Quỹ|Tòa án|Nhà xuất bản|Đài|Báo|Hợp tác xã|Doanh nghiệp) \p{Lu}/u;

/** Finds the units and groups that a cell names. One matcher serves one document. */
export class UnitMatcher {
  readonly #names: UnitNames;
  readonly #groups: GroupNames;
  readonly #directory: Directory;
  readonly #provinceId: string | null;
  readonly #elsewhere: boolean;
  readonly #nearNames: NearNames;

  /** `elsewhere`: the document is of a province that the directory does not hold, so its bodies are not ours. */
  constructor(directory: Directory, provinceId: string | null, issuedOn: string | null, elsewhere = false) {
    const province = directory.provinces.find(({ id }) => id === provinceId)?.name ?? null;
    this.#names = new UnitNames(directory, laterFirst(validAround(directory.units, issuedOn)), provinceId, province);
    this.#groups = new GroupNames(directory.groups);
    this.#directory = directory;
    this.#provinceId = provinceId;
    this.#elsewhere = elsewhere;
    this.#nearNames = new NearNames(this.#names.all);
  }

  read(cell: string): UnitList {
    const scoped = labelled(cell);
    const lists = scoped.map(({ words, scope }) => this.#readPart(words, scope));
    const matches = unrepeated(lists.flatMap((list) => list.matches));
    const confidence = Math.min(
      1,
      ...matches.map((match) => match.confidence),
      ...lists.map((list) => list.confidence),
    );
    return {
      matches,
      strayWords: lists.reduce((sum, list) => sum + list.strayWords, 0),
      missingMarks: lists.reduce((sum, list) => sum + list.missingMarks, 0),
      confidence,
    };
  }

  /** Whether a name could begin here: what the reader of unmarked text asks first. */
  couldBegin(words: string): boolean {
    const text = nameText(words, this.#names.initials);
    return (
      this.#names.longestAt(text.words, text.gaps, 0) !== null ||
      groupLength(text, 0) > 0 ||
      CENTRAL.test(words) ||
      BODY.test(words)
    );
  }

  #readPart(words: string, scope: Scope | null): UnitList {
    const text = nameText(words, this.#names.initials);
    const spans: Span[] = [];
    let stray = 0;
    let missing = 0;
    let at = 0;
    while (at < text.words.length) {
      const joined = text.words[at]?.folded === 'va' || text.words[at]?.folded === 'cung';
      const before = text.gaps[at] ?? '';
      const marked = spans.length === 0 || joined || /[,;\n.•+()&:-]/.test(before);
      if (joined && at + 1 < text.words.length) {
        at += 1;
        if (!marked) missing += 1;
      }
      const span = inBrackets(text, at) ? null : this.#spanAt(text, at);
      if (span) {
        if (!marked) missing += 1;
        spans.push(span);
        at = span.to;
        continue;
      }
      const last = spans.at(-1);
      const ahead = words.slice(text.words[at]?.from ?? 0);
      const another = (joined || /,/.test(before)) && (BODY.test(ahead) || CENTRAL.test(ahead));
      if (last && (inBrackets(text, at) || (!/[;\n]/.test(before) && !another))) {
        // What a body does ("hướng dẫn, kiểm tra"), or a remark in brackets.
        const end = inBrackets(text, at) ? bracketEnd(text, at) : this.#noteEnd(text, at);
        const note = words.slice(text.words[at]?.from ?? 0, text.words[end - 1]?.to ?? 0);
        last.note += ` ${note}`;
        if (!inBrackets(text, at) && !verbAt(text.words, at)) stray += end - at;
        at = end;
        continue;
      }
      const end = this.#itemEnd(text, at);
      spans.push(this.#external(text, at, end));
      const outside = words.slice(text.words[at]?.from ?? 0);
      stray += CENTRAL.test(outside) ? 0 : BODY.test(outside) ? Math.min(1, (end - at) * 0.2) : end - at;
      at = end;
    }
    const matches = withScopes(spans, text, scope);
    const torn = /([,]|và|và các|của)\s*$/u.test(words.trim()) && !/;\s*$/.test(words);
    return {
      matches,
      strayWords: stray,
      missingMarks: missing,
      confidence: torn ? 0.7 : stray > 2 ? 0.72 : missing > 0 ? 0.75 : 1,
    };
  }

  #spanAt(text: NameText, at: number): Span | null {
    const unit = this.#names.longestAt(text.words, text.gaps, at);
    const group = groupLength(text, at, (index) => this.#names.longestAt(text.words, text.gaps, index) !== null);
    const commune = communeAt(text, at, this.#directory, this.#provinceId);
    if (commune && commune.length >= Math.max(unit?.length ?? 0, Math.min(group, 3))) {
      const { unit: found, length } = commune;
      return {
        from: at,
        to: at + length,
        note: '',
        match: {
          id: found.id,
          name: found.name,
          code: found.code,
          kind: 'unit',
          confidence: 0.95,
          reason: 'COMMUNE',
        },
      };
    }
    if (unit && unit.length >= group) return this.#unitSpan(text, at, unit);
    if (group === 0) return this.#misspeltAt(text, at);
    const words = printedWords(text, at, at + group);
    const known = this.#groups.find(words);
    return {
      from: at,
      to: at + group,
      note: '',
      match: {
        id: known?.group.id ?? null,
        name: groupName(words),
        code: known?.group.id ?? null,
        kind: 'group',
        confidence: known?.confidence ?? 0.8,
        reason: known?.reason ?? 'UNKNOWN_GROUP',
      },
    };
  }

  #unitSpan(text: NameText, at: number, { found, length }: { found: NamedUnit; length: number }): Span {
    const printed = text.words.slice(at, at + length);
    const spelled = printed.map((word) => word.spelled).join(' ');
    const abbreviated = printed.some((word) => word.expanded);
    const same = spelled.startsWith(found.spelled) || spelled === spelling(found.spelled);
    const [confidence, reason] = !same
      ? ([0.82, 'OTHER_MARKS'] as const)
      : abbreviated
        ? ([0.94, 'ABBREVIATION'] as const)
        : found.source === 'shortened'
          ? ([0.88, 'SHORTENED_NAME'] as const)
          : found.source === 'alias'
            ? ([0.95, 'ALIAS'] as const)
            : ([0.98, 'EXACT_NAME'] as const);
    return this.#named(text, at, length, found, found.unit ? confidence : Math.min(confidence, 0.9), reason);
  }

  /** A name with a letter wrong, missing or too many. */
  #misspeltAt(text: NameText, at: number): Span | null {
    if (CENTRAL.test(text.text.slice(text.words[at]?.from ?? 0))) return null;
    const near = this.#nearNames.at(text, at);
    return near && this.#named(text, at, near.length, near.found, near.confidence, 'MISSPELT');
  }

  #named(
    text: NameText,
    at: number,
    length: number,
    { id, name, code }: NamedUnit,
    confidence: number,
    reason: UnitReason,
  ): Span {
    const match: Span['match'] = this.#elsewhere
      ? {
          id: null,
          name: houseSpelling(oneLine(printedWords(text, at, at + length))),
          code: null,
          kind: 'external',
          confidence: Math.min(confidence, 0.9),
          reason: 'OTHER_PROVINCE',
        }
      : { id, name, code, kind: 'unit', confidence, reason };
    return { from: at, to: at + length, note: '', match };
  }

  #external(text: NameText, from: number, to: number): Span {
    const words = printedWords(text, from, to);
    const central = CENTRAL.test(words);
    const slipped = central && isMisspeltMinistry(words);
    return {
      from,
      to,
      note: '',
      match: {
        id: null,
        name: houseSpelling(oneLine(words)),
        code: null,
        kind: 'external',
        confidence: slipped ? 0.75 : central ? 0.88 : 0.6,
        reason: slipped ? 'MISSPELT' : central ? 'CENTRAL_BODY' : 'NOT_IN_DIRECTORY',
      },
    };
  }

  /** The end of words that are no name: the next mark after which a name begins. */
  #noteEnd(text: NameText, at: number): number {
    const verb = verbAt(text.words, at);
    for (let index = at + 1; index < text.words.length; index += 1) {
      const gap = text.gaps[index] ?? '';
      if (/[;\n(]/.test(gap)) return index;
      if (/[,.]/.test(gap) && !verb && this.#spanAt(text, index)) return index;
      if (/[,.]/.test(gap) && verb && this.#names.longestAt(text.words, text.gaps, index)) return index;
    }
    return text.words.length;
  }

  #itemEnd(text: NameText, at: number): number {
    for (let index = at + 1; index < text.words.length; index += 1) {
      const gap = text.gaps[index] ?? '';
      if (/[,;\n(]/.test(gap)) return index;
      if (text.words[index]?.folded === 'va' && this.#spanAt(text, index + 1)) return index;
    }
    return text.words.length;
  }
}

const printedWords = (text: NameText, from: number, to: number): string =>
  text.text.slice(text.words[from]?.from ?? 0, text.words[to - 1]?.to ?? 0);

function inBrackets(text: NameText, at: number): boolean {
  const before = text.text.slice(0, text.words[at]?.from ?? 0);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

function bracketEnd(text: NameText, at: number): number {
  let end = at + 1;
  while (end < text.words.length && inBrackets(text, end)) end += 1;
  return end;
}

function withScopes(spans: readonly Span[], text: NameText, scope: Scope | null): UnitMatch[] {
  const matches = spans.map((span) => ({
    ...span.match,
    text: printedWords(text, span.from, span.to).replace(/\s+/g, ' '),
    scope: scopeOf(span.note) ?? scope,
  }));
  // "A, B (khối chính quyền)": the bloc is said once, after the last of them.
  for (let index = matches.length - 2; index >= 0; index -= 1) {
    const later = matches[index + 1];
    const own = matches[index];
    const gap = text.gaps[spans[index + 1]?.from ?? 0] ?? '';
    if (own && later && own.scope === null && later.scope !== null && !/[;\n]/.test(gap)) own.scope = later.scope;
  }
  return matches;
}

function unrepeated(matches: readonly UnitMatch[]): UnitMatch[] {
  const seen = new Set<string>();
  return matches.filter((match) => {
    const key = `${match.id ?? match.name}|${match.scope}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
