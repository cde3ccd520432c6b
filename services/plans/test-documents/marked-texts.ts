/** Heads of documents in our own words: some bear a mark of secrecy, the others only speak of secret papers. */
const letter = (...lines: string[]): string =>
  [
    'TỈNH ỦY THANH HÓA',
    ...lines,
    'Số: 15-KH/TU',
    'Thanh Hóa, ngày 12 tháng 8 năm 2025',
    'KẾ HOẠCH',
    'Làm gọn việc giấy tờ',
  ].join('\n');
const plan = (title: string, ...lines: string[]): string =>
  ['ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP', 'Số: 8/KH-UBND', 'KẾ HOẠCH', title, ...lines].join('\n');

export const MARKED: readonly string[] = [
  letter('MẬT'),
  letter('TỐI MẬT'),
  letter('TUYỆT MẬT'),
  letter('Tối mật'),
  letter('Tuyệt Mật'),
  letter('Mật'),
  letter('[MẬT]'),
  letter('( TỐI MẬT )'),
  letter('**MẬT**'),
  letter('| MẬT |'),
  letter('Độ mật: Tối mật'),
  letter('Mức độ mật: MẬT'),
  letter('Dấu chỉ độ mật: Tuyệt mật'),
  letter('M Ậ T'),
  letter('T Ố I M Ậ T'),
  letter('MẬT'.normalize('NFD')),
  letter('TỐI\u00a0MẬT'),
  letter('“MẬT”'),
  plan('Làm gọn việc giấy tờ', 'Nội dung thứ nhất.', 'TỐI MẬT', 'Nội dung thứ hai.'),
  `MẬT\n${plan('Làm gọn việc giấy tờ')}`,
];

export const UNMARKED: readonly string[] = [
  letter('KHẨN'),
  letter('HỎA TỐC'),
  plan('Sắp xếp kho lưu giấy tờ Mật, Tối mật, Tuyệt mật'),
  plan('bảo vệ bí mật nhà nước năm 2025'),
  plan('BẢO VỆ BÍ MẬT NHÀ NƯỚC'),
  plan('Làm gọn việc giấy tờ', 'Văn bản có dấu mật không gửi qua hộp thư thường.'),
  plan('Làm gọn việc giấy tờ', 'Mật khẩu phải đổi ba tháng một lần.'),
  plan('Làm gọn việc giấy tờ', 'Mật độ dân số được cập nhật hằng quý.'),
  plan('Làm gọn việc giấy tờ', 'MẬT KHẨU VÀ CHỮ KÝ SỐ'),
  plan('Làm gọn việc giấy tờ', 'Độ mật của từng loại giấy tờ do người ký quyết định.'),
  plan('Làm gọn việc giấy tờ', 'Máy soạn văn bản mật, tối mật để trong phòng riêng.'),
  plan('Làm gọn việc giấy tờ', 'Ban Cơ yếu cấp khóa mật mã cho máy chủ.'),
  plan('Làm gọn việc giấy tờ', 'KHÔNG ĐÓNG DẤU MẬT'),
  plan('Làm gọn việc giấy tờ', 'Hồ sơ cấp độ 3 không phải là hồ sơ mật.'),
  plan('Làm gọn việc giấy tờ', 'Mật ong rừng là hàng được ưu tiên giới thiệu.'),
  plan('Làm gọn việc giấy tờ', 'Giữ bí mật thông tin cá nhân của người nộp hồ sơ.'),
  plan('Làm gọn việc giấy tờ', 'Tối mật thiết gắn bó.'),
  plan('Làm gọn việc giấy tờ', 'Mức độ bảo mật: cao'),
  plan('Làm gọn việc giấy tờ', 'Gửi bản thường; bản mật gửi riêng.'),
  plan('Làm gọn việc giấy tờ', 'TÀI LIỆU HƯỚNG DẪN BẢO MẬT'),
];
