import { CircleAlert, Search, TriangleAlert } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';
import {
  SearchField as AriaSearchField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components';

interface Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
}

export interface FieldProps extends Common {
  readonly label: string;
  /** Label for screen readers only. */
  readonly quietLabel?: boolean;
  readonly note?: string;
  readonly error?: string | null;
  /** What is probably a slip; it is kept all the same. */
  readonly caution?: string | null;
  readonly multiline?: boolean;
  readonly type?: 'text' | 'email' | 'url' | 'password';
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly lang?: string;
  readonly onBlur?: () => void;
  readonly onEnter?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Offered while typing; anything else can be typed too. */
  readonly suggestions?: readonly string[];
}

/** A labelled text field; its error is a sentence below. */
export function Field(props: FieldProps) {
  const {
    label,
    quietLabel,
    note,
    error,
    caution,
    multiline,
    placeholder,
    inputMode,
    lang,
    onEnter,
    inputRef,
    suggestions,
  } = props;
  const list = useId();
  return (
    <TextField
      className="labelled"
      value={props.value}
      onChange={props.onChange}
      isInvalid={Boolean(error)}
      isDisabled={props.isDisabled ?? false}
      type={props.type ?? 'text'}
      {...(props.onBlur && { onBlur: props.onBlur })}
      autoFocus={props.autoFocus ?? false}
    >
      <Label className={quietLabel ? 'unseen' : 'label'}>{label}</Label>
      {multiline ? (
        <TextArea className="area" placeholder={placeholder ?? ''} rows={3} lang={lang ?? ''} />
      ) : (
        <div className="field">
          <Input
            placeholder={placeholder ?? ''}
            {...(lang && { lang })}
            {...(inputMode && { inputMode })}
            {...(inputRef && { ref: inputRef })}
            {...(suggestions && { list })}
            {...(onEnter && {
              onKeyDown: event => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter();
              },
            })}
          />
          {suggestions && (
            <datalist id={list}>
              {suggestions.map(each => (
                <option key={each} value={each} />
              ))}
            </datalist>
          )}
        </div>
      )}
      {(caution || note) && !error && (
        <Text slot="description" className={caution ? 'field-note caution' : 'field-note'}>
          {caution && <TriangleAlert className="icon small" />}
          {caution || note}
        </Text>
      )}
      <FieldError className="field-error">
        {error && (
          <>
            <CircleAlert className="icon small" />
            {error}
          </>
        )}
      </FieldError>
    </TextField>
  );
}

/** A quiet search field: words filter what stands below it. */
export function SearchField({
  label,
  children,
  onDown,
  inputRef,
  ...rest
}: Common & {
  readonly label: string;
  readonly children?: ReactNode;
  /** The down arrow: to what was found. */
  readonly onDown?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}) {
  return (
    <AriaSearchField
      aria-label={label}
      value={rest.value}
      onChange={rest.onChange}
      autoFocus={rest.autoFocus ?? false}
      className="labelled"
    >
      <div className="field soft">
        <Search className="icon" />
        <Input
          placeholder={rest.placeholder ?? label}
          {...(inputRef && { ref: inputRef })}
          onKeyDown={event => {
            if (event.key !== 'ArrowDown' || !onDown) return;
            event.preventDefault();
            onDown();
          }}
        />
        {children}
      </div>
    </AriaSearchField>
  );
}
