import type { Directory } from './units/directory.ts';
import { fold } from './vietnamese-text.ts';

/** The provinces and cities from 1 July 2025; those that the directory does not hold have bodies of their own. */
const PROVINCES = [
  ...['An Giang', 'Bắc Ninh', 'Cà Mau', 'Cao Bằng', 'Cần Thơ', 'Đà Nẵng', 'Đắk Lắk', 'Điện Biên', 'Đồng Nai'],
  ...['Đồng Tháp', 'Gia Lai', 'Hà Nội', 'Hà Tĩnh', 'Hải Phòng', 'Hồ Chí Minh', 'Huế', 'Hưng Yên', 'Khánh Hòa'],
  ...['Lai Châu', 'Lạng Sơn', 'Lào Cai', 'Lâm Đồng', 'Nghệ An', 'Ninh Bình', 'Phú Thọ', 'Quảng Ngãi', 'Quảng Ninh'],
  ...['Quảng Trị', 'Sơn La', 'Tây Ninh', 'Thái Nguyên', 'Thanh Hóa', 'Tuyên Quang', 'Vĩnh Long'],
];

export interface DocumentProvince {
  /** Null when the document names no province of the directory. */
  id: string | null;
  /** The document is of a province that the directory does not hold. */
  elsewhere: boolean;
}

/** The province that the text names most, as the place of its issuer rather than in passing. */
export function provinceOf(text: string, directory: Directory): DocumentProvince {
  const plain = fold(text).replace(/\s+/g, ' ');
  const known = new Map(directory.provinces.map(({ id, name }) => [fold(name), id]));
  const [first, second] = [...new Set([...known.keys(), ...PROVINCES.map(fold)])]
    .map((place) => ({ place, count: named(plain, place, known.has(place)) }))
    .sort((one, other) => other.count - one.count);
  if (!first || first.count === 0) return { id: null, elsewhere: false };
  const id = known.get(first.place) ?? null;
  if (id === null) return { id: null, elsewhere: true };
  return { id: first.count > (second?.count ?? 0) ? id : null, elsewhere: false };
}

function named(plain: string, place: string, known: boolean): number {
  const count = (pattern: string): number => plain.split(new RegExp(pattern)).length - 1;
  const strong = count(`(?:tinh|tinh uy|thanh uy|thanh pho) ${place}\\b|\\b${place}, ngay`);
  // A name in passing ("Thanh niên Cộng sản Hồ Chí Minh", "học tập ở Đà Nẵng") tells only for provinces of the directory.
  return strong * 3 + (known ? count(`(?:so|bao|dai) ${place}\\b`) * 2 + count(`\\b${place}\\b`) : 0);
}
