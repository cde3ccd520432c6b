export const en = {
  'module.title': 'Plans and tasks',
  'page.plans': 'Plans',
  'page.plan': 'Plan',
  'page.tasks': 'Tasks',
  'page.task': 'Task',
  'search.tasks': 'Search tasks',
  'search.plans': 'Search plans',
} as const;
