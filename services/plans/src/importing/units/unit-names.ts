import { fold } from '../vietnamese-text.ts';
import { type Directory, type DirectoryUnit, laterFirst } from './directory.ts';
import { initialsOf, type NameWord, nameText } from './name-words.ts';
import { usualNames } from './usual-names.ts';

export type NameSource = 'name' | 'alias' | 'shortened' | 'initials';

export interface NamedUnit {
  /** Null when the document's province is not known or not in the directory. */
  unit: DirectoryUnit | null;
  id: string;
  name: string;
  code: string | null;
  bloc: 'PARTY' | 'GOVERNMENT' | null;
  source: NameSource;
  spelled: string;
  /** Another unit is written the same way ("Sở NV"). */
  rival: boolean;
}

interface Node {
  next: Map<string, Node>;
  ends: NamedUnit[];
  /** A comma may stand before the word, as it does inside the name. */
  comma: boolean;
}

const node = (): Node => ({ next: new Map(), ends: [], comma: false });
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The name a reader of this province uses: a department without the province, others without its name. */
export function nameInProvince(unit: Pick<DirectoryUnit, 'name' | 'kind'>, province: string): string {
  const place = escaped(province);
  if (unit.kind === 'DEPARTMENT') return unit.name.replace(new RegExp(` tỉnh ${place}$`, 'u'), '');
  return unit.name.replace(new RegExp(`( tỉnh|Tỉnh ủy|cấp tỉnh) ${place}(?=$| )`, 'u'), '$1');
}

/** Every way in which the units of a province may be written, as a tree of words. */
export class UnitNames {
  readonly initials: ReadonlyMap<string, string>;
  readonly province: string | null;
  readonly #root = node();
  /** Every written form, in folded words. */
  readonly all: { words: string[]; named: NamedUnit }[] = [];
  readonly #provinceNames: Set<string>;

  constructor(
    directory: Directory,
    units: readonly DirectoryUnit[],
    provinceId: string | null,
    province: string | null,
  ) {
    this.province = province;
    this.#provinceNames = new Set(directory.provinces.map(({ name }) => fold(name)));
    this.initials = departmentInitials(directory.units);
    const nameOf = new Map(directory.provinces.map(({ id, name }) => [id, name]));
    const own = units.filter((unit) => unit.provinceId === provinceId);
    const listed = own.length > 0 ? own : units;
    for (const unit of laterFirst(listed)) {
      const place = nameOf.get(unit.provinceId) ?? '';
      // Without the province, only the names that every province has are known, and they carry no code.
      this.#addUnit(unit, place, own.length > 0);
    }
  }

  /** The longest name that begins at this word, and how many words it takes; `head`: words that were said before, once for several names. */
  longestAt(
    words: readonly NameWord[],
    gaps: readonly string[],
    at: number,
    head: readonly string[] = [],
  ): { found: NamedUnit; length: number } | null {
    let current = this.#root;
    for (const word of head) {
      const next = current.next.get(word);
      if (!next) return null;
      current = next;
    }
    let best: { found: NamedUnit; length: number } | null = null;
    for (let index = at; index < words.length; index += 1) {
      const gap = gaps[index] ?? '';
      if (index > at && !/^[\s,\-–.]*$/u.test(gap)) break;
      const next = current.next.get(words[index]?.folded ?? '');
      if (!next || (index > at && gap.includes(',') && !next.comma)) break;
      current = next;
      const end = current.ends[0];
      if (end) best = { found: end, length: index - at + 1 };
    }
    if (!best) return null;
    return { found: best.found, length: best.length + this.#placeAfter(words, gaps, at + best.length) };
  }

  /** The unit that is written like this, if there is one. */
  exactly(written: string): NamedUnit | null {
    const { words, gaps } = nameText(written, this.initials);
    const found = this.longestAt(words, gaps, 0);
    return found?.length === words.length ? found.found : null;
  }

  /** "tỉnh Thanh Hóa" after a name that does not need it. */
  #placeAfter(words: readonly NameWord[], gaps: readonly string[], at: number): number {
    if (/[,;:()\n]/.test(gaps[at] ?? '')) return 0;
    const skipped = words[at]?.folded === 'tinh' || words[at]?.folded === 'thanh' ? 1 : 0;
    for (const length of [2, 3, 1]) {
      const place = words.slice(at + skipped, at + skipped + length).map((word) => word.folded);
      if (place.length === length && this.#provinceNames.has(place.join(' '))) return skipped + length;
    }
    return 0;
  }

  #addUnit(unit: DirectoryUnit, place: string, own: boolean): void {
    const name = nameInProvince(unit, place);
    const general = !fold(name).includes(fold(place));
    if (!own && !general) return;
    const named = {
      unit: own ? unit : null,
      id: own ? unit.id : (unit.id.split('.').at(-1) ?? unit.id),
      name,
      code: own ? unit.code : null,
      bloc: unit.bloc,
    };
    this.#add(unit.name, { ...named, source: 'name' });
    this.#add(name, { ...named, source: 'name' });
    for (const alias of [unit.shortName, ...unit.aliases]) this.#add(alias, { ...named, source: 'alias' });
    // "Văn phòng UBND", "Trung tâm Phục vụ hành chính công": the province goes without saying.
    if (/ tỉnh$/u.test(name) && name.split(' ').length >= 5)
      this.#add(name.replace(/ tỉnh$/u, ''), { ...named, source: 'shortened' });
    for (const usual of usualNames(unit)) this.#add(usual, { ...named, source: 'shortened' });
    if (unit.kind !== 'DEPARTMENT') return;
    this.#add(`${name} tỉnh`, { ...named, source: 'alias' });
    // "Giáo dục, Đào tạo", "Giáo dục - Đào tạo": the "và" is often left out.
    if (name.includes(' và ')) this.#add(name.replaceAll(' và ', ', '), { ...named, source: 'shortened' });
    const short = initialsOf(name.replace(/^Sở /u, ''));
    if (!this.initials.has(short)) this.#add(`Sở ${short}`, { ...named, source: 'initials' });
  }

  #add(written: string, named: Omit<NamedUnit, 'spelled' | 'rival'>): void {
    const { words, gaps } = nameText(written, this.initials);
    if (words.length < 2 && named.source !== 'name' && named.unit?.kind !== 'TELECOM_ENTERPRISE') return;
    let current = this.#root;
    for (const [index, word] of words.entries()) {
      let next = current.next.get(word.folded);
      if (!next) {
        next = node();
        current.next.set(word.folded, next);
      }
      if (gaps[index]?.includes(',')) next.comma = true;
      current = next;
    }
    const whole = { ...named, spelled: words.map((word) => word.spelled).join(' '), rival: false };
    current.ends.push(whole);
    const first = current.ends[0];
    if (first?.source === 'initials' && first.id !== whole.id) first.rival = true;
    // Shortened forms are too short to be told from slips.
    if (named.source === 'name' || named.source === 'alias')
      this.all.push({ words: words.map((word) => word.folded), named: whole });
  }
}

function departmentInitials(units: readonly DirectoryUnit[]): Map<string, string> {
  const initials = new Map<string, string>();
  for (const unit of units) {
    if (unit.kind !== 'DEPARTMENT') continue;
    const field = unit.name.replace(/^Sở /u, '').replace(/ tỉnh .*$/u, '');
    const short = initialsOf(field);
    if (short.length >= 3 || field.includes('và')) initials.set(short, field);
  }
  return initials;
}
