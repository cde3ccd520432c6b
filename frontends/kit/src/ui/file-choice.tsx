import type { InputHTMLAttributes, ReactNode } from 'react';
import classes from './file-choice.module.css';

interface FileChoiceProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className' | 'onChange'> {
  onFiles: (files: readonly File[]) => void;
  /** The button that is seen. */
  children: ReactNode;
}

/** The browser's own control under a button of ours: the keyboard, screen readers and tests keep what they know. */
export function FileChoice({ onFiles, children, ...input }: FileChoiceProps) {
  return (
    <span className={classes.choice}>
      <input
        {...input}
        type="file"
        className={classes.input}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again after a refusal.
          event.currentTarget.value = '';
        }}
      />
      {children}
    </span>
  );
}
