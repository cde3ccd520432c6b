export const en = {
  toApprove: 'For me to approve',
  toConfirm: 'For me to confirm',
  returned: 'Returned to me',
  week: 'To do this week',
  'week.empty': 'Nothing falls due this week.',
  later: 'After this week',
  unit: 'See all tasks of my unit',
  'nothing.title': 'Nothing waits for you now',
  'nothing.text':
    'Tasks given to you, returned reports and what waits for your approval or confirmation will appear here.',
} as const;
