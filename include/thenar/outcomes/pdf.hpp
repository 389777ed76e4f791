// Pages to print or to put into a record: Cairo draws them, Pango sets the words. Native only.
#pragma once

#include <string>

#include "thenar/outcomes/outcomes.hpp"
#include "thenar/planning/plan.hpp"

namespace thenar::outcomes {

/// Outcomes on one page (A4): what was done, curves, changes against their error, what went wrong. The bytes
/// of a PDF.
Result<std::string> report_pdf(const Practice& practice, const Outcomes& outcomes);

/// A plan on as many pages as it takes, large enough to be read from a table: steps with their times, where,
/// how and how hard, what is different today, before and afterwards. For somebody who gives it without a
/// screen.
Result<std::string> plan_pdf(const Practice& practice, const Plan& plan);

}  // namespace thenar::outcomes
