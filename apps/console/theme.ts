/** Light and dark. Colours keep WCAG 2.2 AA against their backgrounds; everything one taps is 24 px and more. */
import type { Theme } from '@mui/material';
import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'react-admin';

const PHONE = '@media (max-width: 480px)';
/** A phone held across: as wide as a tablet, and a third as high. It is a phone. */
export const ACROSS = '(max-height: 480px) and (max-width: 1000px)';
export const LOW = `@media ${ACROSS}`;
const BREAKPOINTS = { xs: 0, sm: 720, md: 1100, lg: 1200, xl: 1536 };

const shared: Partial<RaThemeOptions> = {
  shape: { borderRadius: 8 },
  typography: { fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif', h6: { fontWeight: 600 }, button: { textTransform: 'none', fontWeight: 600 } },
  // Beside the menu a page has room from `sm` on, and room for a table, or for two columns, from `md`.
  breakpoints: { values: BREAKPOINTS },
  // As wide as its words, which some read in twice the size.
  sidebar: { width: '14.5rem' as never, closedWidth: 56 },
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
          // Buttons tell of the focus by a shade that nobody sees, and that goes where a system gives all colours.
          '.MuiButtonBase-root.Mui-focusVisible': { outline: `2px solid ${options.palette?.mode === 'dark' ? '#fff' : '#000'}`, outlineOffset: -2 },
          '.MuiButton-contained.Mui-focusVisible, .MuiFab-root.Mui-focusVisible': { outlineOffset: 2 },
          '.MuiAppBar-root .MuiButtonBase-root.Mui-focusVisible': { outlineColor: '#fff' },
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
      // What a dialog asks scrolls between its title and its buttons, also in a form.
      MuiDialog: {
        styleOverrides: {
          paper: {
            '& > form': { display: 'flex', flexDirection: 'column', minHeight: 0 },
            [PHONE]: { '&:not(.MuiDialog-paperFullScreen)': { margin: 12, width: 'calc(100% - 24px)', maxWidth: 'none' } },
            [LOW]: { '&:not(.MuiDialog-paperFullScreen)': { margin: 8, maxHeight: 'calc(100% - 16px)' } },
          },
        },
      },
      MuiMenu: { styleOverrides: { paper: { [LOW]: { maxHeight: 'calc(100% - 16px)' } } } },
      MuiMenuItem: { styleOverrides: { root: { [LOW]: { minHeight: 40, paddingTop: 2, paddingBottom: 2 } } } },
      MuiDialogTitle: { styleOverrides: { root: { [LOW]: { paddingTop: 8, paddingBottom: 8 } } } },
      MuiDialogActions: { styleOverrides: { root: { [LOW]: { paddingTop: '4px !important', paddingBottom: '4px !important' } } } },
      MuiIconButton: { styleOverrides: { root: { minWidth: 32, minHeight: 32 } } },
      RaMenuItemLink: { styleOverrides: { root: ({ theme }: { theme: Theme }) => ({ whiteSpace: 'normal', '&.RaMenuItemLink-active': { color: theme.palette.primary.main, backgroundColor: theme.palette.action.selected, '& .RaMenuItemLink-icon': { color: 'inherit' } } }) } },
      RaFilterFormInput: { styleOverrides: { root: { '& .RaFilterFormInput-hideButton': { minWidth: 32 } } } },
      ...options.components,
    },
  };
}

const light = themed(defaultLightTheme, {
  palette: { mode: 'light', primary: { main: '#1f5f5b' }, secondary: { main: '#8a4b0f' }, background: { default: '#f6f7f6', paper: '#ffffff' }, error: { main: '#b3261e' }, warning: { main: '#8a4b0f' }, success: { main: '#2b6a2f' }, info: { main: '#1d5c88' } },
});

const dark = themed(defaultDarkTheme, {
  palette: { mode: 'dark', primary: { main: '#7fd1c7' }, secondary: { main: '#f0b66f' }, background: { default: '#121514', paper: '#1b1f1e' }, error: { main: '#f2938c' }, warning: { main: '#f0b66f' }, success: { main: '#8fd18f' }, info: { main: '#8cc5ee' } },
});

const across = (theme: RaThemeOptions): RaThemeOptions => ({ ...theme, breakpoints: { values: { ...BREAKPOINTS, sm: 1001 } } });

/** Both themes: on a desk or a phone, and on a phone held across. */
export const THEMES = { usual: { light, dark }, across: { light: across(light), dark: across(dark) } };
