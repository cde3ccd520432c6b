// What pages are made of. One shared copy for the portal and every module.
export { useAddressState } from '../ui/address-state.ts';
export { DataTable } from '../ui/data-table.tsx';
export { DateField } from '../ui/date-field.tsx';
export { addDays, daysBetween, formatDate, formatInstant, formatNumber, formatTime, parseDate } from '../ui/dates.ts';
export { Due } from '../ui/due.tsx';
export { DueTimeline } from '../ui/due-timeline.tsx';
export { FileChoice } from '../ui/file-choice.tsx';
export { FileUpload } from '../ui/file-upload.tsx';
export { FilterBar } from '../ui/filter-bar.tsx';
export { Form, SavedNote, useField } from '../ui/form.tsx';
export { LongList } from '../ui/long-list.tsx';
export {
  Answer,
  EmptyNotice,
  ErrorNotice,
  ForbiddenNotice,
  NotFoundNotice,
  Notice,
  PageSkeleton,
  useRefusalText,
} from '../ui/notices.tsx';
export { OrgTree } from '../ui/org-tree.tsx';
export { ExportLink, FileLink, PageHeader, PrintButton } from '../ui/page-header.tsx';
export { sendFile } from '../ui/send-file.ts';
export { StackedBar, StackedBars } from '../ui/stacked-bar.tsx';
export { StateBadge } from '../ui/state-badge.tsx';
export { toneColours, toneOrder } from '../ui/states.ts';
export { uiWords } from '../ui/words.ts';
