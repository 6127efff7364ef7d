/** Several words or short phrases: skills, domains, interests. Enter or a comma ends one. */
import { Autocomplete, Chip, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { InputHelperText, useInput, type InputProps } from 'react-admin';

export function WordsInput({ source, label, helperText, validate, options = [], ...rest }: InputProps & { options?: readonly string[] }): ReactNode {
  const { field, fieldState, isRequired, id } = useInput({ source, defaultValue: [], ...(validate && { validate }), ...rest });
  const [typed, setTyped] = useState('');
  const words = (field.value ?? []) as string[];
  const take = (given: readonly string[]): void => {
    field.onChange([...new Set(given.map((word) => word.trim()).filter(Boolean))]);
    setTyped('');
  };
  return (
    <Autocomplete
      multiple
      freeSolo
      fullWidth
      id={id}
      options={options.filter((word) => !words.includes(word))}
      value={words}
      inputValue={typed}
      onInputChange={(_event, text) => (text.endsWith(',') ? take([...words, text.slice(0, -1)]) : setTyped(text))}
      onChange={(_event, chosen) => take(chosen)}
      onBlur={() => {
        if (typed.trim()) take([...words, typed]);
        field.onBlur();
      }}
      renderValue={(value, itemProps) => value.map((word, index) => {
        const { key, ...props } = itemProps({ index });
        return <Chip key={key} size="small" label={word} {...props} />;
      })}
      renderInput={(params) => <TextField {...params} label={label} required={isRequired} error={fieldState.invalid} helperText={<InputHelperText error={fieldState.error?.message} {...(helperText !== undefined && { helperText })} />} />}
    />
  );
}
