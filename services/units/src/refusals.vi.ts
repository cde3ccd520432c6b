import type { RefusalTexts } from '@lienthong/kit/refusal';

export const vi: RefusalTexts = {
  CLIENT_UNKNOWN: () => 'Hệ thống tích hợp này chưa được đăng ký hoặc đã hết hạn.',
  OTHER_PORTAL: () => 'Tài khoản của bạn không thuộc khối của cổng này.',
  MEMBERSHIP_NOT_HELD: () => 'Bạn không còn giữ vai trò đã chọn. Hãy đăng nhập lại.',
  OTHER_PROVINCE: () => 'Dữ liệu này thuộc tỉnh khác.',
  PROVINCE_NEEDED: () => 'Hãy chọn một tỉnh.',
  DATE_OUT_OF_RANGE: ({ on, latest }) => `Ngày ${day(on)} không hợp lý: hãy chọn ngày từ năm 1945 đến ${day(latest)}.`,
  TEXT_MISSING: () => 'Trường này không được để trống.',
  TEXT_TOO_LONG: ({ longest }) => `Nội dung dài quá ${longest} ký tự.`,
  UNIT_NOT_FOUND: () => 'Không tìm thấy đơn vị.',
  UNIT_CODE_FORM: () =>
    'Mã đơn vị chỉ gồm chữ in hoa không dấu và chữ số, các nhóm nối bằng dấu chấm, không quá 35 ký tự.',
  UNIT_CODE_TAKEN: ({ code }) => `Mã ${code} đang được một đơn vị khác sử dụng.`,
  UNIT_KIND_UNKNOWN: ({ kind }) => `Không có loại đơn vị “${kind}”.`,
  UNIT_KIND_OF_OTHER_BLOC: () => 'Loại đơn vị không phù hợp với khối đã chọn.',
  UNIT_NOT_VALID_ON_DATE: ({ name, on }) => `${name} chưa hoạt động hoặc đã kết thúc vào ngày ${day(on)}.`,
  UNIT_ALREADY_ENDED: ({ name, endedOn }) => `${name} đã kết thúc hoạt động từ ngày ${day(endedOn)}.`,
  UNIT_HAS_LATER_CHANGES: ({ changesOn }) =>
    `Đơn vị đã có thay đổi ghi nhận từ ngày ${day(changesOn)}; hãy chọn ngày kết thúc sau ngày đó.`,
  UNIT_HAS_CHILDREN: ({ children, count }) =>
    `Còn ${count} đơn vị trực thuộc sau ngày kết thúc: ${names(children)}. Hãy chuyển hoặc kết thúc các đơn vị này trước.`,
  END_NOT_AFTER_START: ({ validFrom }) => `Ngày kết thúc phải sau ngày bắt đầu (${day(validFrom)}).`,
  SUCCESSOR_IS_ITSELF: () => 'Đơn vị không thể kế thừa chính nó.',
  SUCCESSOR_UNKNOWN: () => 'Không tìm thấy đơn vị kế thừa.',
  SUCCESSOR_OF_OTHER_PROVINCE: ({ name }) => `${name} thuộc tỉnh khác nên không thể kế thừa.`,
  SUCCESSOR_NOT_VALID: ({ name, on }) => `${name} không hoạt động vào ngày ${day(on)} nên không thể kế thừa.`,
  NAME_UNCHANGED: () => 'Tên mới trùng với tên hiện tại.',
  PARENT_UNCHANGED: () => 'Đơn vị đã trực thuộc nơi này vào ngày đã chọn.',
  PARENT_OF_OTHER_PROVINCE: ({ name }) => `${name} thuộc tỉnh khác.`,
  PARENT_OF_OTHER_BLOC: ({ name }) => `${name} thuộc khối khác.`,
  PARENT_OF_LOWER_TIER: ({ name }) => `${name} ở cấp thấp hơn nên không thể là cấp trên trực tiếp.`,
  PARENT_NOT_VALID_ON_DATE: ({ name, on }) => `${name} chưa hoạt động hoặc đã kết thúc vào ngày ${day(on)}.`,
  PARENT_ENDS_EARLIER: ({ name, endsOn }) => `${name} kết thúc hoạt động từ ngày ${day(endsOn)}.`,
  PARENT_BELOW_UNIT: ({ name, on }) => `${name} đang trực thuộc chính đơn vị này vào ngày ${day(on)}.`,
  TOP_OF_PROVINCE: () => 'Chỉ quản trị cấp tỉnh của khối mới được đặt đơn vị ở vị trí này.',
  TERRITORY_UNKNOWN: () => 'Không tìm thấy địa bàn.',
  TERRITORY_OF_OTHER_PROVINCE: ({ name }) => `${name} thuộc tỉnh khác.`,
  PERSON_OR_NEW_PERSON: () => 'Hãy chọn một người đã có hoặc nhập một người mới.',
  PERSON_NOT_FOUND: () => 'Không tìm thấy người dùng.',
  PERSON_KNOWN: () => 'Tài khoản này đã có trong hệ thống; hãy chọn từ danh sách.',
  MEMBERSHIP_NOT_FOUND: () => 'Không tìm thấy phân công.',
  MEMBERSHIP_HELD: () => 'Người này đã giữ vai trò đó tại đơn vị trong thời gian đã chọn.',
  MEMBERSHIP_ENDED: ({ endedOn }) => `Phân công này đã kết thúc từ ngày ${day(endedOn)}.`,
  ROLE_OF_PROVINCIAL_SEAT: () => 'Vai trò này chỉ do quản trị cấp tỉnh phân công.',
};

function day(date: string): string {
  return date.split('-').reverse().join('/');
}

function names(children: readonly { name: string }[]): string {
  const shown = children.slice(0, 5).map((child) => child.name);
  return shown.join(', ') + (children.length > shown.length ? ', …' : '');
}
