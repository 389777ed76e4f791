// The nearest point of a surface, inside or outside, and the first one on a way: what contact is made of.
#pragma once

#include <array>
#include <span>
#include <vector>

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

  /// The same triangles with their corners elsewhere, as many as before. The tree stays as it is and only its
  /// boxes grow and shrink: for a skin in another pose that is much less work than a new one.
  void move(const std::vector<Vec3>& positions);

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

  /// Triangles by what they have in common, those of one thing after those of another.
  struct Shared {
    std::vector<std::int32_t> first;
    std::vector<std::int32_t> triangles;
    std::span<const std::int32_t> of(std::int32_t index) const {
      const auto from = static_cast<std::size_t>(first[static_cast<std::size_t>(index)]);
      const auto to = static_cast<std::size_t>(first[static_cast<std::size_t>(index) + 1]);
      return std::span(triangles).subspan(from, to - from);
    }
  };

  void connect();
  std::int32_t build(std::size_t first, std::size_t count);
  void bound(Box& leaf) const;
  void visit(std::int32_t box, const Vec3& point, Found& found) const;
  Vec3 face_normal(std::int32_t triangle) const;
  Vec3 normal_of(std::int32_t triangle, int feature) const;

  TriangleMesh mesh_;
  std::vector<std::int32_t> order_;  ///< triangles by leaf
  std::vector<Box> boxes_;
  std::vector<std::array<std::int32_t, 3>> edge_of_;  ///< of a triangle, by the corner an edge begins at
  Shared edges_;                                      ///< triangles of an edge
  Shared corners_;                                    ///< triangles round a vertex
};

}  // namespace thenar::hand
