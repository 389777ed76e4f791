// The part of the validator's report that tests look at.
declare module "gltf-validator" {
  interface Report {
    issues: { numErrors: number; numWarnings: number; messages: unknown[] };
    info: {
      generator: string;
      animationCount: number;
      drawCallCount: number;
      maxInfluences: number;
      hasSkins: boolean;
      hasMorphTargets: boolean;
    };
  }
  export function validateBytes(bytes: Uint8Array, options: { maxIssues: number }): Promise<Report>;
}
