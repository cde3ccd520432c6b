import { Autocomplete } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { wordOf } from '../words/words.ts';
import classes from './header-search.module.css';
import type { Modules } from './use-modules.ts';
import { portalWords } from './words.ts';

/** Sends the text to where modules say they can search; Enter takes the first. */
export function HeaderSearch({ modules }: { modules: Modules }) {
  const words = portalWords.useWords();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const places = modules.list
    .flatMap(({ module }) =>
      (module?.search ?? []).map((search) => ({
        ...search,
        title: wordOf(module?.messages.namespace ?? '', search.title),
      })),
    )
    .sort((a, b) => a.order - b.order);
  const typed = text.trim();
  const choices = typed
    ? places.map((place) => ({ label: words('search.in', { text: typed, place: place.title }), place }))
    : [];
  const go = (label?: string) => {
    const choice = choices.find((candidate) => candidate.label === label) ?? choices[0];
    if (!choice) return;
    setText('');
    navigate(choice.place.to(typed));
  };
  return (
    <Autocomplete
      className={classes.search}
      aria-label={words('search.label')}
      placeholder={`${words('search.label')} (/)`}
      leftSection={<IconSearch size={16} aria-hidden />}
      size="sm"
      type="search"
      data-header-search
      data={choices.map(({ label }) => label)}
      filter={({ options }) => options}
      value={text}
      onChange={(value) => {
        if (!choices.some(({ label }) => label === value)) setText(value);
      }}
      onOptionSubmit={go}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.currentTarget.getAttribute('aria-activedescendant')) go();
      }}
    />
  );
}
