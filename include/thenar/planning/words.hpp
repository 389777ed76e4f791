// Plans in words, as a good therapist would say them: the one wording for everything that shows a plan.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "thenar/planning/plan.hpp"

namespace thenar::planning {

/// A step in words; what it has nothing to say of is empty.
struct StepWords {
  std::string what;      ///< "Kneading"
  std::string where;     ///< "thumb mound"
  std::string parts;     ///< how its time is shared: "Index finger, middle finger 15 s each."
  std::string how;       ///< the movement of each of its techniques
  std::string how_hard;  ///< "Firm, as if kneading dough, with the heel of your palm."
  std::string cue;       ///< what the programme says of it
  std::string why;       ///< its own remarks, and its goals where they are not those of the whole massage
};

/// Says steps one after the other. Movements and comparisons that were told are not told again.
class StepTeller {
 public:
  StepTeller(const Practice& practice, const Clearance& clearance, const Wishes& wishes)
      : practice_(practice), clearance_(clearance), wishes_(wishes) {}

  StepWords tell(const Step& step);

 private:
  std::string name(TechniqueId id) const;
  std::string part_name(const Step& step, const StepPart& part) const;
  std::string parts(const Step& step) const;
  std::string how(const Step& step);
  std::string level(TechniqueId technique, int level);
  std::string how_hard(const Step& step);
  std::string why(const Step& step) const;

  const Practice& practice_;
  const Clearance& clearance_;
  const Wishes& wishes_;
  TechniqueSet told_techniques_;
  std::array<bool, kMaxLevel + 1> told_levels_{};
};

/// Names of exactly these zones, as few as there are: "whole hand", "thumb mound and palm".
std::string place_in_words(const Practice& practice, const ZoneSet& zones);
/// Where a step works: its points, or its places and what of them is left out.
std::string place_in_words(const Practice& practice, const Clearance& clearance, const Step& step);

/// "A hand massage of 10 min, to ease pain"; of a programme its name and length.
std::string title_in_words(const Practice& practice, const Plan& plan);
/// Each hand with its time, where it rests, and what is on the skin.
std::string summary_in_words(const Practice& practice, const Plan& plan);
/// What each precaution changes, and the notes.
std::vector<std::string> changes_in_words(const Practice& practice, const Clearance& clearance);
/// What is known about the benefits that steps are there for, each once with its grade.
std::vector<std::string> evidence_in_words(const Practice& practice, const Plan& plan);
/// What is left out: a line for each technique and reason, with its places; the hand where it is not both.
std::vector<std::string> left_out_in_words(const Practice& practice, const Plan& plan);

/// A heading and what stands below it.
struct Section {
  std::string title;
  std::vector<std::string> lines;
};
/// For who massages another person: how to ask and what a yes is, what to watch for, when to stop and what to
/// do then, their own hands. Empty where somebody massages their own.
std::vector<Section> giver_in_words(const Practice& practice, const Plan& plan);

template <class A>
void describe(A& a, Section& v) {
  a.required("title", v.title);
  a.required("lines", v.lines);
}
template <class A>
void describe(A& a, StepWords& v) {
  a.required("what", v.what);
  a.required("where", v.where);
  a.required("parts", v.parts);
  a.required("how", v.how);
  a.required("how_hard", v.how_hard);
  a.required("cue", v.cue);
  a.required("why", v.why);
}

}  // namespace thenar::planning
