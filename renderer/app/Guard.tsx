import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Trouble } from '../ui/Said.tsx';
import { say } from '../words/index.ts';
import { shell } from '../words/shell.ts';

interface Props {
  readonly children: ReactNode;
}

/** Keeps a bug in one view from taking the window away, and says what is safe. */
export class Guard extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error.name, info.componentStack);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Trouble
        problem={{
          code: 'window.bug',
          message: { en: shell.en.unexpected, fr: shell.fr.unexpected },
          hint: { en: shell.en.unexpectedHint, fr: shell.fr.unexpectedHint },
        }}
        actions={<Button onPress={() => this.setState({ failed: false })}>{say('shell')('retry')}</Button>}
      />
    );
  }
}
