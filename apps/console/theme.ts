/** Light and dark. Colours keep WCAG 2.2 AA against their backgrounds; everything one taps is 24 px and more. */
import type { Theme } from '@mui/material';
import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'react-admin';

const PHONE = '@media (max-width: 480px)';

const shared: Partial<RaThemeOptions> = {
  shape: { borderRadius: 8 },
  typography: { fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif', h6: { fontWeight: 600 }, button: { textTransform: 'none', fontWeight: 600 } },
  // Beside the menu a page has room from `sm` on, and room for a table, or for two columns, from `md`.
  breakpoints: { values: { xs: 0, sm: 720, md: 1100, lg: 1200, xl: 1536 } },
  sidebar: { width: 232, closedWidth: 56 },
};

function themed(base: RaThemeOptions, options: RaThemeOptions): RaThemeOptions {
  return {
    ...base,
    ...shared,
    ...options,
    components: {
      ...base.components,
      // What has the focus does not lie under the bar at the top; under that of a form neither, which is as high as what it says.
      MuiCssBaseline: {
        styleOverrides: {
          html: { scrollPaddingTop: 72 },
          ':focus-visible': { outlineOffset: 2 },
          '@media (prefers-reduced-motion: reduce)': { '*, *::before, *::after': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' } },
          // Where a system gives all colours, backgrounds and shadows are gone: what they told of has a frame.
          '@media (forced-colors: active)': {
            '.MuiDialog-paper, .MuiPopover-paper, .MuiDrawer-paper, .MuiButton-contained, .MuiFab-root, .MuiLinearProgress-root': { border: '1px solid ButtonText' },
            '[aria-pressed="true"], .MuiTab-root[aria-selected="true"], [role="option"][aria-selected="true"], .RaMenuItemLink-active': { outline: '2px solid Highlight !important', outlineOffset: '-2px !important' },
            '.MuiTabs-indicator, .MuiLinearProgress-bar, .MuiSlider-thumb, .MuiSlider-rail, .MuiSlider-track': { backgroundColor: 'Highlight !important', forcedColorAdjust: 'none' },
          },
          // On paper nothing can be pressed.
          '@media print': {
            '.MuiAppBar-root, .MuiDrawer-root, .MuiTabs-root, .MuiButton-root, .MuiFab-root, .MuiIconButton-root, .MuiToggleButtonGroup-root, .MuiChip-clickable, .RaList-actions, form[role="search"]': { display: 'none !important' },
          },
        },
      },
      MuiAppBar: { styleOverrides: { colorPrimary: { backgroundColor: options.palette?.mode === 'dark' ? '#1b1f1e' : '#1f5f5b', color: '#fff' } } },
      // react-admin names the boxes of rows; the name belongs to the input, not to what surrounds it.
      MuiCheckbox: { defaultProps: { slotProps: { root: { 'aria-label': undefined }, input: ({ 'aria-label': name }: { 'aria-label'?: string }) => ({ 'aria-label': name }) } as never } },
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
      // Its own grey is one hundredth too light.
      MuiToggleButton: { styleOverrides: { root: ({ theme }: { theme: Theme }) => ({ '&:not(.Mui-selected)': { color: theme.palette.text.secondary } }) } },
      MuiAlert: { styleOverrides: { root: { [PHONE]: { flexWrap: 'wrap' } }, message: { flex: '1 1 180px' }, action: { whiteSpace: 'nowrap' } } },
      MuiDialog: { styleOverrides: { paper: { [PHONE]: { margin: 12, width: 'calc(100% - 24px)', maxWidth: 'none' } } } },
      MuiIconButton: { styleOverrides: { root: { minWidth: 32, minHeight: 32 } } },
      RaFilterFormInput: { styleOverrides: { root: { '& .RaFilterFormInput-hideButton': { minWidth: 32 } } } },
      ...options.components,
    },
  };
}

export const lightTheme = themed(defaultLightTheme, {
  palette: { mode: 'light', primary: { main: '#1f5f5b' }, secondary: { main: '#8a4b0f' }, background: { default: '#f6f7f6', paper: '#ffffff' }, error: { main: '#b3261e' }, warning: { main: '#8a4b0f' }, success: { main: '#2b6a2f' }, info: { main: '#1d5c88' } },
});

export const darkTheme = themed(defaultDarkTheme, {
  palette: { mode: 'dark', primary: { main: '#7fd1c7' }, secondary: { main: '#f0b66f' }, background: { default: '#121514', paper: '#1b1f1e' }, error: { main: '#f2938c' }, warning: { main: '#f0b66f' }, success: { main: '#8fd18f' }, info: { main: '#8cc5ee' } },
});
