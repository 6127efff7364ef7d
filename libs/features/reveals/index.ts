import { defineFeature } from '#event-sourcing';
import { revealPersonalData, takeExport } from './reveals.decider.js';
import { ExportTaken, PersonalDataRevealed } from './reveals.events.js';
import { revealPolicy } from './reveals.policy.js';

export const reveals = defineFeature({ name: 'reveals', policy: revealPolicy, events: [PersonalDataRevealed, ExportTaken], commands: [revealPersonalData, takeExport] });
