export const SPLIT = 0,
  TOTAL = 0,
  ALLOCATE = 0,
  ESCALATE = 0,
  YEARSTOCAP = 0,
  RATETOCAP = 0,
  STATEMAX = 0;
