export const en = {
  'module.title': 'Plans and tasks',
  'page.plans': 'Plans',
  'page.plan': 'Plan',
  'page.drafts': 'Import a document',
  'page.draft': 'Review of a document',
  'page.quarantine': 'Documents held',
  'page.tasks': 'Tasks',
  'page.task': 'Task',
  'search.tasks': 'Search tasks',
  'search.plans': 'Search plans',
} as const;
