/** A plan in our own words, and what a careful reader makes of it. All layouts are made from it. */
export interface SampleTask {
  section: string;
  number: string;
  content: string;
  lead: string;
  coordinating: string;
  deadline: string;
  result: string;
  /** Directory ids without the province; what is in no directory stands as its name. */
  leadIds: string[];
  coordinatingIds: string[];
  due: string;
}

export interface SamplePlan {
  issuer: string;
  number: string;
  placeAndDate: string;
  issuedOn: string;
  title: string;
  note: string;
  sections: Record<string, string>;
  tasks: SampleTask[];
}

const row = (
  section: string,
  number: string,
  content: string,
  lead: [string, string],
  coordinating: [string, string],
  deadline: [string, string],
  result: string,
): SampleTask => ({
  section,
  number,
  content,
  lead: lead[0],
  leadIds: lead[1].split(' ').filter((id) => id !== ''),
  coordinating: coordinating[0],
  coordinatingIds: coordinating[1].split(' ').filter((id) => id !== ''),
  deadline: deadline[0],
  due: deadline[1],
  result,
});

export const samplePlan: SamplePlan = {
  issuer: 'ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP',
  number: '147/KH-UBND',
  placeAndDate: 'Đồng Tháp, ngày 05 tháng 8 năm 2025',
  issuedOn: '2025-08-05',
  title: 'nâng chất lượng phục vụ tại quầy và trên mạng của tỉnh Đồng Tháp',
  note: '(Kèm theo Kế hoạch số 147/KH-UBND ngày 05/8/2025 của Ủy ban nhân dân tỉnh)',
  sections: { I: 'Về quầy tiếp dân', II: 'Về đường truyền và máy móc', III: 'Về con người' },
  tasks: [
    row(
      'I',
      '1',
      'Đặt máy lấy số và bảng báo giờ chờ tại mọi quầy tiếp dân trong tỉnh',
      ['Trung tâm Phục vụ hành chính công tỉnh', 'ttpvhcc'],
      ['UBND các xã, phường', 'ubx'],
      ['Trước ngày 15/9/2025', 'BEFORE_DATE 2025-09-14'],
      'Báo cáo lắp đặt',
    ),
    row(
      'I',
      '2',
      'Viết lại lời hướng dẫn nộp hồ sơ cho dễ hiểu, mỗi việc không quá một trang giấy',
      ['Văn phòng UBND tỉnh', 'vpubnd'],
      ['Các sở, ban, ngành tỉnh; UBND các xã, phường', 'sbn ubx'],
      ['Hoàn thành trong tháng 10/2025', 'END_OF_MONTH 2025-10-31'],
      'Bộ tài liệu hướng dẫn',
    ),
    row(
      'I',
      '3',
      'Mở đường dây nóng nghe góp ý và trả lời người gọi trong hai ngày làm việc',
      ['Sở Nội vụ', 'snv'],
      ['Thanh tra tỉnh, Công an tỉnh', 'thanhtra congan'],
      ['Thường xuyên', 'ONGOING null'],
      'Báo cáo hằng tháng',
    ),
    row(
      'II',
      '4',
      'Thay thiết bị mạng đã hỏng ở các xã vùng sâu và kéo thêm một đường dự phòng',
      ['Sở Khoa học và Công nghệ', 'skhcn'],
      ['Các doanh nghiệp viễn thông; UBND các xã, phường', 'dnvt ubx'],
      ['31/12/2025', 'DATE 2025-12-31'],
      'Biên bản nghiệm thu',
    ),
    row(
      'II',
      '5',
      'Kiểm tra mức an toàn của từng hệ thống trước khi đưa vào dùng chung',
      ['Công an tỉnh', 'congan'],
      ['Sở Khoa học và Công nghệ, Bộ Chỉ huy Quân sự tỉnh', 'skhcn bchqs'],
      ['Quý IV/2025', 'END_OF_QUARTER 2025-12-31'],
      'Kết quả kiểm tra',
    ),
    row(
      'II',
      '6',
      'Thu gom máy tính cũ còn tốt để giao lại cho trường học vùng biên',
      ['Sở Giáo dục và Đào tạo; Sở Tài chính', 'sgddt stc'],
      ['Các cơ quan, đơn vị liên quan', 'cdvlq'],
      ['Theo kế hoạch của Bộ Giáo dục và Đào tạo', 'PER_UPSTREAM_PLAN null'],
      'Danh sách bàn giao',
    ),
    row(
      'II',
      '7',
      'Chấm điểm trang tin của từng cơ quan theo bộ câu hỏi chung rồi công bố',
      ['Sở Văn hóa, Thể thao và Du lịch', 'svhttdl'],
      ['Các sở, ban, ngành', 'sbn'],
      ['Hằng quý', 'RECURRING null'],
      'Bảng điểm',
    ),
    row(
      'III',
      '8',
      'Cử người giỏi máy tính xuống giúp các xã mới sáp nhập trong ba tháng đầu',
      ['Sở Nội vụ, Sở Khoa học và Công nghệ', 'snv skhcn'],
      ['UBND các xã, phường', 'ubx'],
      ['Ngay khi Trung ương ban hành hướng dẫn', 'UPON_EVENT null'],
      'Quyết định cử người',
    ),
    row(
      'III',
      '9',
      'Dạy người cao tuổi dùng điện thoại để đặt lịch khám và tra cứu hồ sơ',
      ['Hội Nông dân tỉnh; Hội Liên hiệp Phụ nữ tỉnh', 'hnd hlhpn'],
      ['Sở Y tế, Bảo hiểm xã hội tỉnh', 'syt bhxh'],
      ['Năm 2025 và các năm tiếp theo', 'END_OF_YEAR 2025-12-31'],
      'Kế hoạch mở lớp',
    ),
    row(
      'III',
      '10',
      'Ghi hình mười bài giảng ngắn về cách giữ kín mật khẩu và phát trên sóng',
      ['Báo và Phát thanh, Truyền hình Đồng Tháp', 'baodai'],
      ['Công an tỉnh', 'congan'],
      ['Đã hoàn thành', 'DONE null'],
      'Mười bài giảng',
    ),
    row(
      'III',
      '11',
      'Xếp lại bảng lương khoán cho người trực quầy ngoài giờ hành chính',
      ['Sở Tài chính', 'stc'],
      ['Sở Nội vụ', 'snv'],
      ['Tháng 11/2025', 'END_OF_MONTH 2025-11-30'],
      'Tờ trình',
    ),
    row(
      'III',
      '12',
      'Tổ chức thi tay nghề cho cán bộ quầy, lấy ý kiến người dân làm điểm chính',
      ['Văn phòng Tỉnh ủy', 'vptu'],
      ['Các ban đảng; Ủy ban MTTQ tỉnh', 'cbd mttq'],
      ['Đến ngày 30/11/2025', 'DATE 2025-11-30'],
      'Hội thi',
    ),
  ],
};

/** The same plan many times over, for measuring time and memory. */
export function longPlan(count: number): SamplePlan {
  const tasks = Array.from({ length: count }, (_unused, index) => {
    const task = samplePlan.tasks[index % samplePlan.tasks.length] as SampleTask;
    return { ...task, section: 'I', number: String(index + 1), content: `${task.content}, đợt ${index + 1}` };
  });
  return { ...samplePlan, tasks };
}
