import { Button, Card, Collapse, MenuItem, Stack, TextField } from '@mui/material';
import SearchIcon from '@mui/icons-material/Search';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { LOW } from '../theme.js';

export const NAMES = ['q', 'place', 'domain', 'verdict', 'near', 'within'] as const;

/** What somebody looks for; what they left open is not there. */
export type Asked = Partial<Record<(typeof NAMES)[number], string>>;

const DISTANCES = ['10', '25', '50', '100', '500'];
const COORDINATES = /^\s*-?\d+(\.\d+)?\s*,\s*-?\d+(\.\d+)?\s*$/;

export function SearchForm({ asked, onAsk }: { asked: Asked; onAsk(next: Asked): void }): ReactNode {
  const t = useWords();
  const [values, setValues] = useState(asked);
  const needsMore = Boolean(asked.domain ?? asked.verdict ?? asked.near);
  const [isOpen, setOpen] = useState(needsMore);
  const [wrong, setWrong] = useState(false);
  // What is asked otherwise, such as by a topic of a group, stands in the form too; made anew, it would lose the focus.
  const now = JSON.stringify(asked);
  const [shown, setShown] = useState(now);
  if (shown !== now) {
    setShown(now);
    setValues(asked);
    setOpen(needsMore);
    setWrong(false);
  }
  const bind = (name: keyof Asked) => ({ name, label: t(`directory.fields.${name}`), value: values[name] ?? '', onChange: ({ target }: { target: { value: string } }) => setValues({ ...values, [name]: target.value }), fullWidth: true, size: 'small' as const, margin: 'none' as const });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const near = values.near?.trim();
    setWrong(Boolean(near) && !COORDINATES.test(near ?? ''));
    if (near && !COORDINATES.test(near)) return;
    onAsk(Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value.trim() && (name !== 'within' || near) ? [[name, value.trim()]] : []))));
  };
  return (
    <Card variant="outlined" component="form" role="search" onSubmit={submit} sx={{ p: 2 }}>
      <Stack spacing={1.5}>
        <Stack sx={{ gap: 1.5, flexDirection: { xs: 'column', sm: 'row' }, [LOW]: { flexDirection: 'row' } }}>
          <TextField {...bind('q')} type="search" />
          <TextField {...bind('place')} />
          <Button type="submit" variant="contained" startIcon={<SearchIcon />} sx={{ minWidth: 120, minHeight: 40 }}>
            {t('app.search')}
          </Button>
        </Stack>
        <Collapse in={isOpen} unmountOnExit>
          <Stack direction={{ xs: 'column', md: 'row' }} spacing={1.5} sx={{ pt: 1 }}>
            <TextField {...bind('domain')} />
            <TextField {...bind('verdict')} select slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
              <MenuItem value="">{t('directory.anyVerdict')}</MenuItem>
              {(['aligned', 'emerging'] as const).map((verdict) => (
                <MenuItem key={verdict} value={verdict}>
                  {t(`alignment.verdict.${verdict}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField {...bind('near')} error={wrong} helperText={t(wrong ? 'directory.nearWrong' : 'directory.nearHint')} />
            <TextField {...bind('within')} select disabled={!values.near} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
              <MenuItem value="">{t('directory.anyDistance')}</MenuItem>
              {DISTANCES.map((distance) => (
                <MenuItem key={distance} value={distance}>
                  {distance} km
                </MenuItem>
              ))}
            </TextField>
          </Stack>
        </Collapse>
        <Stack direction="row" sx={{ gap: 1 }}>
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'directory.fewer' : 'directory.moreFilters')}
          </Button>
          {Object.keys(asked).length > 0 && (
            <Button size="small" onClick={() => onAsk({})}>
              {t('app.withoutFilters')}
            </Button>
          )}
        </Stack>
      </Stack>
    </Card>
  );
}
