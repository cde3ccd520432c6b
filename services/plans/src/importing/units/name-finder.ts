import { houseSpelling, oneLine, spelling } from '../vietnamese-text.ts';
import { type Bloc, communeAt } from './commune-names.ts';
import type { Directory } from './directory.ts';
import { groupLength } from './group-grammar.ts';
import { type GroupNames, groupName } from './group-match.ts';
import { isCentral } from './ministries.ts';
import type { NameText } from './name-words.ts';
import { NearNames } from './near-names.ts';
import { endsAt, headAt, listHeadAt, sharedTerritoryAt } from './shared-nouns.ts';
import { foldedWords, type Match, printedWords, type Span, span } from './spans.ts';
import { titlesAt } from './titles.ts';
import type { NamedUnit, UnitNames } from './unit-names.ts';

export interface FinderOptions {
  directory: Directory;
  provinceId: string | null;
  /** The document is of a province that the directory does not hold, so its bodies are not ours. */
  elsewhere: boolean;
  /** Whose paper it is. */
  bloc: Bloc | null;
}

/** Communes without a word about whose bodies they are. */
const COMMUNES =
  /^((cac|toan bo|tat ca cac|\d+) )?(cap )?(xa|phuong|dac khu|thi tran)( va| cac| xa| phuong| dac khu| thi tran)*( moi| co lien quan| lien quan| tren dia ban( toan)?( tinh)?| trong( toan)? tinh| trong pham vi toan tinh)?$/;

const LOWER_LEVEL = /^(cap (xa|huyen|co so)|cac (xa|phuong|cap|khu vuc|huyen)|(xa|phuong|huyen|khu vuc)\b)/;

/** Finds what is named at one word: units, groups, communes, the heads of bodies, and lists under one noun. */
export class NameFinder {
  readonly #names: UnitNames;
  readonly #groups: GroupNames;
  readonly #options: FinderOptions;
  readonly #nearNames: NearNames;

  constructor(names: UnitNames, groups: GroupNames, options: FinderOptions) {
    this.#names = names;
    this.#groups = groups;
    this.#options = options;
    this.#nearNames = new NearNames(names.all);
  }

  /** Whether a unit, or a group, by its own words begins here. */
  couldBegin(text: NameText): boolean {
    const begins = (at: number): boolean => this.namesUnit(text, at) || groupLength(text, at) > 0;
    return begins(0) || titlesAt(text, 0).some(({ length }) => begins(length));
  }

  namesUnit(text: NameText, at: number): boolean {
    return this.#names.longestAt(text.words, text.gaps, at) !== null;
  }

  /** The names that begin at this word, most often one; `before`: the name before it, whose noun it may share. */
  at(text: NameText, at: number, before: Span | null = null): Span[] | null {
    return (
      (before?.communes && this.#sharing(text, at, before)) ??
      this.#exactly(text, at) ??
      (before && this.#sharing(text, at, before)) ??
      this.#headed(text, at) ??
      this.#group(text, at) ??
      this.#misspelt(text, at)
    );
  }

  /** The same for the first name of a list that its marks do not separate from what stands before. */
  listed(text: NameText, at: number, before: Span): Span[] | null {
    const shared = before.head && this.#names.longestAt(text.words, text.gaps, at, before.head);
    return (
      this.#exactly(text, at) ??
      (shared && before.head && text.words[at]?.capital && endsAt(text, at + shared.length)
        ? [this.#shared(text, at, at, shared, before.head)]
        : null)
    );
  }

  #exactly(text: NameText, at: number): Span[] | null {
    const unit = this.#provincial(text, at);
    const commune = this.#communes(text, at, null);
    const group = groupLength(text, at, (index) => this.namesUnit(text, index));
    if (commune && (commune[0]?.to ?? 0) - at >= (unit?.length ?? 0)) return commune;
    const territory = this.#ofTerritory(text, at);
    if (territory) return territory;
    if (unit && (unit.length >= group || partsOfList(text, at, unit, group))) return [this.#unit(text, at, at, unit)];
    return this.#listed(text, at) ?? this.#office(text, at);
  }

  /** The unit that is named here; "Trung tâm … cấp xã", "Tòa án nhân dân các khu vực" are not the one of the province. */
  #provincial(text: NameText, at: number): { found: NamedUnit; length: number } | null {
    const unit = this.#names.longestAt(text.words, text.gaps, at);
    if (!unit) return null;
    const end = at + unit.length;
    const kind = unit.found.unit?.kind ?? '';
    if (kind === 'DEPARTMENT' || text.words[end - 1]?.folded === 'tinh' || !/^\s*$/.test(text.gaps[end] ?? ''))
      return unit;
    return LOWER_LEVEL.test(foldedWords(text, end, end + 3)) ? null : unit;
  }

  /** "Tài chính" after "Sở Nội vụ,", "Hoằng Giang" after "UBND các xã Hoằng Hóa,". */
  #sharing(text: NameText, at: number, before: Span): Span[] | null {
    const gap = text.gaps[at] ?? '';
    const joined = /^(va|cung)$/.test(text.words[at - 1]?.folded ?? '');
    if (!text.words[at]?.capital && !before.communes) return null;
    if (!joined && !/[,;\n–-]/.test(gap)) return null;
    if (before.communes) return this.#communes(text, at, before);
    if (!before.head) return null;
    const found = this.#names.longestAt(text.words, text.gaps, at, before.head);
    if (!found || !endsAt(text, at + found.length)) return null;
    return [this.#shared(text, at, at, found, before.head)];
  }

  /** "Các Sở: Tài chính, Nội vụ": the first name of a list under one noun. */
  #listed(text: NameText, at: number): Span[] | null {
    const list = listHeadAt(text, at);
    if (!list) return null;
    const first = at + list.length;
    const found = this.#names.longestAt(text.words, text.gaps, first, list.head);
    if (!found || !text.words[first]?.capital || !endsAt(text, first + found.length)) return null;
    return [this.#shared(text, at, first, found, list.head)];
  }

  #shared(
    text: NameText,
    from: number,
    at: number,
    found: { found: NamedUnit; length: number },
    head: readonly string[],
  ): Span {
    const own = this.#unit(text, from, at, found);
    const match: Match = {
      ...own.match,
      confidence: Math.min(own.match.confidence, 0.88),
      reason: own.match.kind === 'unit' ? 'SHARED_WORDS' : own.match.reason,
    };
    return { ...own, match, head };
  }

  /** "Văn phòng, Ban Tổ chức Tỉnh ủy": most likely the office of the same committee. */
  #office(text: NameText, at: number): Span[] | null {
    if (foldedWords(text, at, at + 2) !== 'van phong' || !text.words[at]?.capital || !endsAt(text, at + 2)) return null;
    const next = text.words[at + 2]?.folded === 'va' ? at + 3 : at + 2;
    const unit = this.#names.longestAt(text.words, text.gaps, next)?.found.unit;
    const group = this.#groups.find(printedWords(text, next, next + groupLength(text, next)))?.group.id;
    if (!/^PARTY_(COMMISSION|INSPECTION)$/.test(unit?.kind ?? '') && group !== 'cbd' && group !== 'cqtm') return null;
    const office = this.#names.exactly('Văn phòng Tỉnh ủy');
    return office && [span(at, at + 2, this.#match(text, at, 2, office, 0.78, 'SHARED_WORDS'))];
  }

  /** "Giám đốc Sở Y tế", "Thủ trưởng các sở, ban, ngành": the body that the person heads. */
  #headed(text: NameText, at: number): Span[] | null {
    for (const { length, deputy } of titlesAt(text, at)) {
      const start = at + length;
      const bodies =
        this.#exactly(text, start) ??
        (headAt(text, start - 1) ? this.#exactly(text, start - 1) : null) ??
        this.#group(text, start);
      const first = bodies?.[0];
      if (!bodies || !first || first.match.reason === 'UNKNOWN_GROUP') continue;
      const most = deputy ? 0.75 : 0.9;
      return bodies.map((body, index) => ({
        ...body,
        from: index === 0 ? at : body.from,
        match: { ...body.match, confidence: Math.min(body.match.confidence, most), reason: 'HEAD_OF' },
      }));
    }
    return null;
  }

  #communes(text: NameText, at: number, before: Span | null): Span[] | null {
    const { directory, provinceId, bloc, elsewhere } = this.#options;
    const named = elsewhere ? null : communeAt(text, at, directory, provinceId, before?.communes ?? null, bloc);
    if (!named || (named.bodyless && !endsAt(text, at + named.length))) return null;
    const runsOn = text.words[at + named.length]?.capital && !endsAt(text, at + named.length);
    const [confidence, reason] = named.bodyless
      ? ([bloc ? 0.78 : 0.7, 'BY_BLOC'] as const)
      : ([named.unsure || runsOn ? 0.7 : 0.95, 'COMMUNE'] as const);
    const { bodies, types } = named;
    return named.units.map(({ id, name, code }) =>
      span(
        at,
        at + named.length,
        { id, name, code, kind: 'unit', confidence, reason },
        { communes: { bodies, types } },
      ),
    );
  }

  /** "Đảng ủy, UBND các xã, phường": a group for each body, unless the directory has one for all. */
  #ofTerritory(text: NameText, at: number): Span[] | null {
    const shared = sharedTerritoryAt(text, at);
    if (!shared || this.#groups.find(printedWords(text, at, shared.to))?.reason === 'EXACT_GROUP') return null;
    const territory = printedWords(text, shared.from, shared.to);
    return shared.bodies.map(({ from, to }, index) => {
      const last = index === shared.bodies.length - 1;
      const { match } = this.#groupNamed(`${printedWords(text, from, to)} ${territory}`, from, shared.to);
      if (!last && match.id !== null) match.confidence = Math.min(match.confidence, 0.88);
      return span(from, last ? shared.to : to, { ...match, reason: last ? match.reason : reasonOf(match) });
    });
  }

  #group(text: NameText, at: number): Span[] | null {
    const length = groupLength(text, at, (index) => this.namesUnit(text, index));
    if (length === 0) return null;
    const found = this.#groupNamed(printedWords(text, at, at + length), at, at + length);
    const byBloc = found.match.id === null && COMMUNES.test(foldedWords(text, at, at + length));
    return [{ ...found, byBloc }];
  }

  #groupNamed(words: string, from: number, to: number): Span {
    const known = this.#groups.find(words);
    return span(from, to, {
      id: known?.group.id ?? null,
      name: groupName(words),
      code: known?.group.id ?? null,
      kind: 'group',
      // A group that the directory does not hold has no members: somebody has to look at it.
      confidence: known?.confidence ?? 0.78,
      reason: known?.reason ?? 'UNKNOWN_GROUP',
    });
  }

  /** `from`: where the words that belong to it begin, `at`: where its own name begins. */
  #unit(text: NameText, from: number, at: number, { found, length }: { found: NamedUnit; length: number }): Span {
    const printed = text.words.slice(at, at + length);
    const spelled = printed.map((word) => word.spelled).join(' ');
    const same =
      from !== at || found.spelled.endsWith(spelled)
        ? true
        : spelled.startsWith(found.spelled) || spelled === spelling(found.spelled);
    const judged = judgement(
      found,
      same,
      printed.some((word) => word.expanded),
    );
    const confidence = found.unit ? judged[0] : Math.min(judged[0], 0.9);
    return span(from, at + length, this.#match(text, at, length, found, confidence, judged[1]), {
      head: headAt(text, at),
    });
  }

  /** A name with a letter wrong, missing or too many. */
  #misspelt(text: NameText, at: number): Span[] | null {
    if (isCentral(text.text.slice(text.words[at]?.from ?? 0))) return null;
    const near = this.namesUnit(text, at) ? null : this.#nearNames.at(text, at);
    if (!near) return null;
    const match = this.#match(text, at, near.length, near.found, near.confidence, 'MISSPELT');
    return [span(at, at + near.length, match, { head: headAt(text, at) })];
  }

  #match(
    text: NameText,
    at: number,
    length: number,
    { id, name, code }: NamedUnit,
    confidence: number,
    reason: Match['reason'],
  ): Match {
    if (!this.#options.elsewhere) return { id, name, code, kind: 'unit', confidence, reason };
    return {
      id: null,
      name: houseSpelling(oneLine(printedWords(text, at, at + length))),
      code: null,
      kind: 'external',
      confidence: Math.min(confidence, 0.9),
      reason: 'OTHER_PROVINCE',
    };
  }
}

/** "Đảng ủy Công an, Quân sự tỉnh" is a list of committees, not one group of all that is named in it. */
const partsOfList = (text: NameText, at: number, unit: { found: NamedUnit; length: number }, group: number): boolean =>
  unit.found.unit?.kind === 'PARTY_COMMITTEE_OF_BODY' &&
  /,/.test(text.gaps[at + unit.length] ?? '') &&
  !/\b(xa|phuong|cap)\b/.test(foldedWords(text, at, at + group));

const reasonOf = (match: Match): Match['reason'] => (match.id === null ? match.reason : 'SHARED_WORDS');

function judgement(found: NamedUnit, same: boolean, abbreviated: boolean): readonly [number, Match['reason']] {
  if (found.rival) return [0.7, 'SEVERAL_UNITS'];
  if (!same) return [0.82, 'OTHER_MARKS'];
  if (abbreviated || found.source === 'initials') return [found.source === 'initials' ? 0.88 : 0.94, 'ABBREVIATION'];
  if (found.source === 'shortened') return [0.88, 'SHORTENED_NAME'];
  return found.source === 'alias' ? [0.95, 'ALIAS'] : [0.98, 'EXACT_NAME'];
}
