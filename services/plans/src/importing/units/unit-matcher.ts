import type { MatchedUnit, Scope } from '../imported-document.ts';
import type { UnitReason } from '../reasons.ts';
import { houseSpelling, oneLine } from '../vietnamese-text.ts';
import { scopeOf } from './bloc-scope.ts';
import type { Bloc } from './commune-names.ts';
import type { Directory, DirectoryGroup } from './directory.ts';
import { laterFirst, validAround } from './directory.ts';
import { GroupNames } from './group-match.ts';
import { verbAt } from './group-words.ts';
import { labelled } from './labelled-cells.ts';
import { isCentral, isMinistry, isMisspeltMinistry, ministryOf } from './ministries.ts';
import { NameFinder } from './name-finder.ts';
import { type NameText, nameText } from './name-words.ts';
import { bracketEnd, inBrackets, type Match, printedWords, type Span, span } from './spans.ts';
import { UnitNames } from './unit-names.ts';

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

/** What begins the name of a body, even of one that the directory does not know. */
const BODY =
  /^(Sở|Ban|Hội|Đoàn|Chi cục|Cục|Chi nhánh|Trung tâm|Công ty|Tổng [Cc]ông ty|Tập đoàn|Trường|Bệnh viện|Viện|Ngân hàng|Kho bạc|Liên đoàn|Liên minh|Liên hiệp|Hiệp hội|Bưu điện|Quỹ|Tòa án|Bộ đội|Thống kê|Hải quan|NHNN|Nhà xuất bản|Đài|Báo|Hợp tác xã|Doanh nghiệp) \p{Lu}/u;

/** Bodies of the state that no other name has inside. */
const STATE_BODY = /^(Kho bạc Nhà nước|Ngân hàng Nhà nước|Sở \p{Lu})/u;

/** Two bodies under one name that the directory does not hold: its "và" is no mark between names. */
const DEPUTIES =
  /^((Văn phòng|VP)\s+)?Đoàn\s+(đại biểu Quốc hội|Đại biểu Quốc hội|ĐBQH)(\s+tỉnh)?(\s*(và|&|-)\s*(HĐND|Hội đồng nhân dân))?(\s+tỉnh)?/u;

/** Finds the units and groups that a cell names. One matcher serves one document. */
export class UnitMatcher {
  readonly #names: UnitNames;
  readonly #finder: NameFinder;
  readonly #groups: ReadonlyMap<string, DirectoryGroup>;
  readonly #bloc: Bloc | null;

  /**
   * `elsewhere`: the document is of a province that the directory does not hold, so its bodies are not ours.
   * `bloc`: whose paper it is, which tells whose bodies "các xã, phường" are.
   */
  constructor(
    directory: Directory,
    provinceId: string | null,
    issuedOn: string | null,
    elsewhere = false,
    bloc: Bloc | null = null,
  ) {
    const province = directory.provinces.find(({ id }) => id === provinceId)?.name ?? null;
    this.#names = new UnitNames(directory, laterFirst(validAround(directory.units, issuedOn)), provinceId, province);
    this.#finder = new NameFinder(this.#names, new GroupNames(directory.groups), {
      directory,
      provinceId,
      elsewhere,
      bloc,
    });
    this.#groups = new Map(directory.groups.map((group) => [group.id, group]));
    this.#bloc = bloc;
  }

  read(cell: string): UnitList {
    let before: Span | null = null;
    const lists = labelled(cell).map(({ words, scope }) => {
      const list = this.#readPart(words, scope, before);
      before = list.last;
      return list;
    });
    const read = lists.flatMap((list) => list.matches);
    const matches = unrepeated(read);
    const confidence = Math.min(1, ...read.map((match) => match.confidence), ...lists.map((list) => list.confidence));
    return {
      matches,
      strayWords: lists.reduce((sum, list) => sum + list.strayWords, 0),
      missingMarks: lists.reduce((sum, list) => sum + list.missingMarks, 0),
      confidence,
    };
  }

  /** Whether a name could begin here: what the reader of unmarked text asks first. */
  couldBegin(words: string): boolean {
    return this.#finder.couldBegin(nameText(words, this.#names.initials)) || isCentral(words) || BODY.test(words);
  }

  #readPart(words: string, scope: Scope | null, before: Span | null): UnitList & { last: Span | null } {
    const text = nameText(words, this.#names.initials);
    const spans: Span[] = [];
    let stray = 0;
    let missing = 0;
    let at = 0;
    while (at < text.words.length) {
      const joined = text.words[at]?.folded === 'va' || text.words[at]?.folded === 'cung';
      const gap = text.gaps[at] ?? '';
      const marked = spans.length === 0 || joined || /[,;\n.•+()&:-]/.test(gap);
      if (joined && at + 1 < text.words.length) {
        at += 1;
        if (!marked) missing += 1;
      }
      const last = spans.at(-1) ?? null;
      const bracketed = inBrackets(text, at);
      const found = bracketed
        ? this.#listInBrackets(text, at, last)
        : this.#at(text, at, last ?? (at === 0 ? before : null));
      const first = found?.[0];
      if (found && first) {
        if (!marked && !bracketed) missing += 1;
        // "Các đơn vị: Sở A, Sở B", "Các sở (A, B)": the group is only the heading of its names.
        if (last?.match.kind === 'group' && last.to === at && first.match.kind !== 'group' && /[:(]/.test(gap))
          spans.pop();
        spans.push(...found);
        at = found.at(-1)?.to ?? at + 1;
        continue;
      }
      const ahead = words.slice(text.words[at]?.from ?? 0);
      const lost = last?.to === at && STATE_BODY.test(ahead);
      if (lost && !marked) missing += 1;
      const another = lost || ((joined || /,/.test(gap)) && (BODY.test(ahead) || isCentral(ahead)));
      if (last && (bracketed || (!/[;\n]/.test(gap) && !another))) {
        // What a body does ("hướng dẫn, kiểm tra"), or a remark in brackets.
        const end = bracketed ? bracketEnd(text, at) : this.#noteEnd(text, at);
        last.note += ` ${printedWords(text, at, end)}`;
        if (!bracketed && !verbAt(text.words, at)) stray += end - at;
        at = end;
        continue;
      }
      const end = this.#itemEnd(text, at);
      spans.push(external(text, at, end));
      stray += isCentral(ahead) ? 0 : BODY.test(ahead) ? Math.min(1, (end - at) * 0.2) : end - at;
      at = end;
    }
    const torn = /([,]|và|và các|của)\s*$/u.test(words.trim()) && !/;\s*$/.test(words);
    return {
      matches: this.#withScopes(spans, text, scope),
      strayWords: stray,
      missingMarks: missing,
      confidence: torn ? 0.7 : stray > 2 ? 0.72 : missing > 0 ? 0.75 : 1,
      last: spans.at(-1) ?? null,
    };
  }

  #at(text: NameText, at: number, before: Span | null): Span[] | null {
    const deputies = DEPUTIES.exec(text.text.slice(text.words[at]?.from ?? 0))?.[0];
    if (!deputies) return this.#finder.at(text, at, before);
    const held = this.#names.longestAt(text.words, text.gaps, at);
    if (held) return this.#finder.at(text, at, before);
    const until = (text.words[at]?.from ?? 0) + deputies.length;
    let end = at + 1;
    while ((text.words[end]?.from ?? Number.POSITIVE_INFINITY) < until) end += 1;
    return [external(text, at, end)];
  }

  /** "Các sở (Tài chính, Nội vụ)": what stands in brackets after a group may be the list of its members. */
  #listInBrackets(text: NameText, from: number, group: Span | null): Span[] | null {
    if (group?.match.kind !== 'group' || group.to !== from) return null;
    const end = bracketEnd(text, from);
    const head = text.words[group.from + 1]?.spelled === 'sở' ? ['so'] : group.head;
    const spans: Span[] = [];
    let before: Span = { ...group, head };
    for (let at = from; at < end; ) {
      if (text.words[at]?.folded === 'va') at += 1;
      const found = this.#finder.listed(text, at, before);
      const last = found?.at(-1);
      if (!found || !last || last.to > end || last.match.kind === 'group') return null;
      spans.push(...found);
      before = last;
      at = last.to;
    }
    for (const { match } of spans) match.confidence = Math.min(match.confidence, 0.85);
    return spans;
  }

  #withScopes(spans: readonly Span[], text: NameText, scope: Scope | null): UnitMatch[] {
    const matches = spans.map((one) => ({
      ...one.match,
      text: printedWords(text, one.from, one.to).replace(/\s+/g, ' '),
      scope: scopeOf(one.note) ?? scope,
    }));
    // "A, B (khối chính quyền)": the bloc is said once, after the last of them.
    for (let index = matches.length - 2; index >= 0; index -= 1) {
      const later = matches[index + 1];
      const own = matches[index];
      const gap = text.gaps[spans[index + 1]?.from ?? 0] ?? '';
      if (own && later && own.scope === null && later.scope !== null && !/[;\n]/.test(gap)) own.scope = later.scope;
    }
    return matches.map((match, index) =>
      spans[index]?.byBloc ? { ...match, ...this.#communesOf(match.scope, match) } : match,
    );
  }

  /** Whose bodies "các xã, phường" are. */
  #communesOf(scope: Scope | null, match: Match): Match {
    const [id, confidence] =
      scope === 'PARTY'
        ? (['dux', 0.85] as const)
        : scope === 'GOVERNMENT'
          ? (['ubx', 0.85] as const)
          : scope === 'FRONT'
            ? ([null, 0.7] as const)
            : this.#bloc === 'PARTY'
              ? (['cccqx', 0.72] as const)
              : (['ubx', this.#bloc === 'GOVERNMENT' ? 0.82 : 0.7] as const);
    const group = id === null ? undefined : this.#groups.get(id);
    return group ? { ...match, id: group.id, name: group.name, code: group.id, confidence, reason: 'BY_BLOC' } : match;
  }

  /** The end of words that are no name: the next mark after which a name begins. */
  #noteEnd(text: NameText, at: number): number {
    const verb = verbAt(text.words, at);
    for (let index = at + 1; index < text.words.length; index += 1) {
      const gap = text.gaps[index] ?? '';
      if (/[;\n(]/.test(gap)) return index;
      if (/[,.]/.test(gap) && !verb && this.#finder.at(text, index)) return index;
      if (/[,.]/.test(gap) && verb && this.#names.longestAt(text.words, text.gaps, index)) return index;
    }
    return text.words.length;
  }

  #itemEnd(text: NameText, at: number): number {
    for (let index = at + 1; index < text.words.length; index += 1) {
      const gap = text.gaps[index] ?? '';
      if (/[,;\n(]/.test(gap)) return index;
      if (text.words[index]?.folded === 'va' && this.#finder.at(text, index + 1)) return index;
      // The mark before another body of the state was lost.
      if (STATE_BODY.test(text.text.slice(text.words[index]?.from ?? 0))) return index;
      // "Bộ Công an Công an tỉnh": a ministry ends where its name ends.
      if (
        text.words[index]?.capital &&
        isMinistry(printedWords(text, at, index)) &&
        this.#finder.namesUnit(text, index)
      )
        return index;
    }
    return text.words.length;
  }
}

function external(text: NameText, from: number, to: number): Span {
  const words = printedWords(text, from, to);
  const central = isCentral(words);
  const slipped = central && isMisspeltMinistry(words);
  const ministry = slipped ? ministryOf(words) : null;
  return span(from, to, {
    id: null,
    name: ministry ?? houseSpelling(oneLine(words)),
    code: null,
    kind: 'external',
    confidence: slipped ? 0.75 : central ? 0.88 : 0.6,
    reason: slipped ? 'MISSPELT' : central ? 'CENTRAL_BODY' : 'NOT_IN_DIRECTORY',
  });
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
