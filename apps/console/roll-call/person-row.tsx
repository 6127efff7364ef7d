import { Alert, Box, Button, ButtonBase, IconButton, ListItemText, Menu, MenuItem, Stack, Typography } from '@mui/material';
import CloudUploadIcon from '@mui/icons-material/CloudUpload';
import MoreVertIcon from '@mui/icons-material/MoreVert';
import RadioButtonUncheckedIcon from '@mui/icons-material/RadioButtonUnchecked';
import { memo, useState, type ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { MemberName } from '../parts/names.js';
import { OutcomeChip, OUTCOMES, type Outcome } from '../parts/outcome.js';
import type { Called } from './people.js';

interface Props {
  person: Called;
  status: 'scheduled' | 'cancelled' | 'closed';
  onTap(outcome: Outcome): void;
  /** What is recorded is only corrected. */
  onCorrect(to?: Outcome): void;
  /** What was refused is left as it is. */
  onSettled(): void;
}

export const PersonRow = memo(Row, (before, after) => before.status === after.status && JSON.stringify(before.person) === JSON.stringify(after.person));

function Row({ person, status, onTap, onCorrect, onSettled }: Props): ReactNode {
  const t = useWords();
  const [menu, setMenu] = useState<HTMLElement>();
  const { memberId, displayName, rsvp, apologised, outcome, minutes, tap } = person;
  const name = displayName === null ? t('members.erased') : displayName;
  const waits = tap !== undefined && !tap.refused;
  const recorded = !waits && (outcome !== undefined || status === 'closed');
  const label = name ?? t('rollCall.visitor.one');
  const said = [apologised && t('meetings.roster.apologised'), rsvp && t(`meetings.roster.rsvp.${rsvp}`), minutes !== null && outcome !== undefined && t('meetings.minutes', { smart_count: minutes })].filter(Boolean).join(' · ');
  const choose = (chosen: Outcome): void => {
    setMenu(undefined);
    if (recorded) onCorrect(chosen);
    else onTap(chosen);
  };
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}>
      <Stack direction="row">
        <ButtonBase
          disabled={status === 'cancelled' || tap?.tried === true && !tap.refused}
          aria-label={outcome === undefined ? t('rollCall.mark', { name: label }) : t('rollCall.marked', { name: label, outcome: t(`outcomes.${outcome}`) })}
          onClick={(event) => (recorded ? onCorrect() : waits ? setMenu(event.currentTarget) : onTap('present'))}
          sx={{ flex: 1, minWidth: 0, minHeight: 60, px: 1.5, py: 0.75, gap: 1, justifyContent: 'flex-start', textAlign: 'left', touchAction: 'manipulation', '&:active': { bgcolor: 'action.selected' } }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography component="div" sx={{ overflowWrap: 'anywhere', fontWeight: outcome === undefined ? 600 : 400 }}>
              {name ?? <MemberName id={memberId} plain />}
            </Typography>
            {said && (
              <Typography component="div" variant="caption" color="text.secondary">
                {said}
              </Typography>
            )}
          </Box>
          {waits && <CloudUploadIcon fontSize="small" color="action" titleAccess={t('rollCall.waiting.one')} />}
          {outcome ? <OutcomeChip outcome={outcome} size="medium" variant={waits ? 'outlined' : 'filled'} /> : <RadioButtonUncheckedIcon color="disabled" />}
        </ButtonBase>
        <IconButton aria-label={t('rollCall.otherwise', { name: label })} aria-haspopup="menu" disabled={status === 'cancelled' || (tap?.tried === true && !tap.refused)} onClick={(event) => setMenu(event.currentTarget)} sx={{ width: 52, borderRadius: 0 }}>
          <MoreVertIcon />
        </IconButton>
      </Stack>
      {tap?.refused && (
        <Alert severity="warning" sx={{ borderRadius: 0 }}>
          {t('rollCall.refused', { outcome: t(`outcomes.${tap.outcome}`), why: tap.refused })}
          <Stack direction="row" sx={{ gap: 1, mt: 0.5, flexWrap: 'wrap' }}>
            <Button size="small" color="inherit" variant="outlined" onClick={onSettled}>
              {t(outcome ? 'rollCall.keepTheirs' : 'rollCall.drop', { outcome: outcome ? t(`outcomes.${outcome}`) : '' })}
            </Button>
            {outcome && outcome !== tap.outcome && (
              <Button size="small" color="inherit" variant="outlined" onClick={() => onCorrect(tap.outcome)}>
                {t('rollCall.correctToMine', { outcome: t(`outcomes.${tap.outcome}`) })}
              </Button>
            )}
          </Stack>
        </Alert>
      )}
      {menu && (
        <Menu open anchorEl={menu} onClose={() => setMenu(undefined)}>
          {OUTCOMES.map((each) => (
            <MenuItem key={each} selected={each === outcome} onClick={() => choose(each)} sx={{ minHeight: 48 }}>
              <ListItemText primary={t(`outcomes.${each}`)} secondary={t(`rollCall.means.${each}`)} />
            </MenuItem>
          ))}
        </Menu>
      )}
    </Box>
  );
}
