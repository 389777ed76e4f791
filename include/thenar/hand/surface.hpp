// The nearest point of a surface, inside or outside, and the first one on a way: what contact is made of.
#pragma once

#include "thenar/hand/geometry.hpp"

namespace thenar::hand {

/// A point of a surface: a triangle and weights of its corners.
struct SurfacePoint {
  std::int32_t triangle = 0;
  Vec3 weights = Vec3::Zero();

  /// The same point of something else that vertices have: positions in a pose, normals.
  Vec3 on(const std::vector<Vec3>& values, const std::vector<Triangle>& triangles) const;
};

/// The nearest point of a surface.
struct Nearest {
  SurfacePoint at;
  Vec3 point = Vec3::Zero();
  double distance = 0;  ///< metres, negative inside
};

/// A tree of boxes over triangles. Inside is where the surface is seen from behind, decided by the
/// angle-weighted normal of the nearest corner, edge or face (Bærentzen and Aanæs, 2005); of an open surface
/// that holds away from its boundary.
class Surface {
 public:
  explicit Surface(TriangleMesh mesh);

  const TriangleMesh& mesh() const { return mesh_; }

  /// The nearest point within `within` metres; none where the surface is farther away.
  std::optional<Nearest> nearest(const Vec3& point, double within) const;

  /// The first point on the way from a point, not behind it.
  std::optional<SurfacePoint> first_on(const Vec3& from, const Vec3& way) const;

 private:
  struct Box {
    Vec3 low;
    Vec3 high;
    std::int32_t first =
        0;  ///< triangle of a leaf; of a branch the second half's box, the first half's follows it
    std::int32_t count = 0;  ///< triangles of a leaf; 0 of a branch
  };
  struct Found;

  std::int32_t build(std::size_t first, std::size_t count);
  void visit(std::int32_t box, const Vec3& point, Found& found) const;
  Vec3 normal_of(std::int32_t triangle, int feature) const;

  TriangleMesh mesh_;
  std::vector<std::int32_t> order_;  ///< triangles by leaf
  std::vector<Box> boxes_;
  std::vector<Vec3> face_normals_;
  std::vector<std::array<Vec3, 3>> edge_normals_;  ///< of a triangle, by the corner an edge begins at
  std::vector<Vec3> corner_normals_;               ///< by vertex
};

}  // namespace thenar::hand
