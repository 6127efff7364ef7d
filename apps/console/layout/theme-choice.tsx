/** Light, dark, or as the device has it. */
import { ToggleButton, ToggleButtonGroup, Box } from '@mui/material';
import DarkModeIcon from '@mui/icons-material/DarkMode';
import LightModeIcon from '@mui/icons-material/LightMode';
import SettingsBrightnessIcon from '@mui/icons-material/SettingsBrightness';
import type { ReactNode } from 'react';
import { useTheme } from 'react-admin';
import { useWords } from '../i18n/index.js';

const CHOICES = [
  { theme: 'light', Icon: LightModeIcon },
  { theme: 'system', Icon: SettingsBrightnessIcon },
  { theme: 'dark', Icon: DarkModeIcon },
] as const;

export function ThemeChoice(): ReactNode {
  const t = useWords();
  const [theme, setTheme] = useTheme();
  return (
    <Box component="li" role="none" sx={{ px: 2, py: 1 }}>
      <ToggleButtonGroup exclusive size="small" value={theme ?? 'system'} aria-label={t('app.theme.choose')} onChange={(_event, chosen: string | null) => chosen && setTheme(chosen as 'light')}>
        {CHOICES.map(({ theme: each, Icon }) => (
          <ToggleButton key={each} value={each} aria-label={t(`app.theme.${each}`)} title={t(`app.theme.${each}`)}>
            <Icon fontSize="small" />
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}
