// Poses that the gallery shows, by angles in degrees; what is not named is as the hand rests.
import type { Hand, Hands, Pose } from "../src/hand/hand.ts";

const fingers = ["index", "middle", "ring", "little"] as const;
type Degrees = Record<string, number>;

function each(of: (finger: (typeof fingers)[number], i: number) => Degrees): Degrees {
  return Object.assign({}, ...fingers.map(of)) as Degrees;
}

const flat = each((f) => ({ [`${f}_mcp_flexion`]: 0, [`${f}_pip_flexion`]: 2, [`${f}_dip_flexion`]: 0 }));

const poses: Record<string, Degrees> = {
  rest: {},
  flat: { ...flat, thumb_mcp_flexion: 5, thumb_ip_flexion: 0, cmc_abduction: -18 },
  relaxed: {
    ...each((f, i) => ({
      [`${f}_mcp_flexion`]: 22 + 4 * i,
      [`${f}_pip_flexion`]: 30 + 4 * i,
      [`${f}_dip_flexion`]: 14 + 2 * i,
    })),
    cmc_flexion: 4,
    thumb_mcp_flexion: 14,
    thumb_ip_flexion: 18,
  },
  fist: {
    ...each((f, i) => ({
      [`${f}_mcp_flexion`]: 76 + 2 * i,
      [`${f}_pip_flexion`]: 96,
      [`${f}_dip_flexion`]: 55,
      [`${f}_mcp_abduction`]: -2,
    })),
    cmc_flexion: 15,
    cmc_abduction: 20,
    cmc_rotation: 30,
    thumb_mcp_flexion: 50,
    thumb_ip_flexion: 50,
  },
  spread: {
    ...flat,
    index_mcp_abduction: 20,
    middle_mcp_abduction: 3,
    ring_mcp_abduction: 14,
    little_mcp_abduction: 25,
    cmc_flexion: -18,
    thumb_mcp_flexion: -4,
    thumb_ip_flexion: -8,
  },
};

export const poseNames = Object.keys(poses);

/** A pose by its name, within the ranges of the practice. */
export function poseOf(name: string, hands: Hands, hand: Hand): Pose {
  const wanted = poses[name] ?? {};
  const angles = Object.entries(hands.ranges).map(([angle, { least, most }], i) => {
    const degrees = wanted[angle];
    if (degrees === undefined) return hand.restAngles[i]!;
    return Math.min(most, Math.max(least, (degrees * Math.PI) / 180));
  });
  return { angles };
}
