export { releaseOfEngine } from './database-engine.ts';
export { extendedStandingOf, isKnownProduct, releaseOf, standingOf, type Release, type Standing } from './lookup.ts';
export { osFromImageName, osFromPlatform, type OperatingSystem } from './operating-system.ts';
export { END_OF_LIFE_AS_OF, END_OF_LIFE_SOURCE } from './releases.ts';
