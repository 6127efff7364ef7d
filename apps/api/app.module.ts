/** The service: every feature over one running engine. */
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import type { Controller } from '#event-sourcing';
import { EXPORTS, GiveCommandHandler, ListDocumentsHandler, ReadDocumentsHandler, RUNTIME, WalkSnapshotHandler } from '#event-sourcing-nest';
import { AccessGuard } from './platform/access.guard.js';
import { AccessRecordsController } from './platform/access-records.controller.js';
import { CalendarFeedController } from './platform/calendar-feed.controller.js';
import type { Config } from './settings/config.js';
import { EventsController } from './platform/events.controller.js';
import { WatchedExports } from './platform/exports.js';
import { CONFIG, HealthController } from './platform/health.controller.js';
import { OperationsController } from './platform/operations.controller.js';
import { Limits } from './platform/limits.js';
import { LOGGER, ProblemFilter } from './platform/problem.filter.js';
import { ImportsController } from './platform/imports.controller.js';
import { RevealsController } from './platform/reveals.controller.js';
import type { ReloconRuntime } from './platform/runtime.js';
import { signInControllers } from './sign-in/controllers.js';

@Module({})
export class AppModule {
  static over(runtime: ReloconRuntime, config: Config, logger: Logger, controllers: readonly Controller[], limits: Limits): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot()],
      controllers: [HealthController, EventsController, RevealsController, AccessRecordsController, OperationsController, ImportsController, CalendarFeedController, ...signInControllers, ...controllers] as never,
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
        { provide: Limits, useValue: limits },
        { provide: EXPORTS, useClass: WatchedExports },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        GiveCommandHandler,
        ReadDocumentsHandler,
        ListDocumentsHandler,
        WalkSnapshotHandler,
      ],
    };
  }
}
