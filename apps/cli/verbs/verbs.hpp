// The verbs of the command line. Each adds its options and, when it is chosen, says what to do.
#pragma once

#include <string>

#include "cli/app.hpp"

namespace thenar::cli {

void add_screen(CLI::App& app, Verb& chosen);
void add_plan(CLI::App& app, Verb& chosen);
void add_explain(CLI::App& app, Verb& chosen);
void add_guide(CLI::App& app, Verb& chosen);
void add_resume(CLI::App& app, Verb& chosen);
void add_listings(CLI::App& app, Verb& chosen);
void add_practice(CLI::App& app, Verb& chosen);
void add_journal(CLI::App& app, Verb& chosen);
void add_measure(CLI::App& app, Verb& chosen);
void add_outcomes(CLI::App& app, Verb& chosen);
void add_report(CLI::App& app, Verb& chosen);
void add_remind(CLI::App& app, Verb& chosen);
void add_motion(CLI::App& app, Verb& chosen);
void add_motion_export(CLI::App& motion, Verb& chosen);
void add_motion_sheet(CLI::App& motion, Verb& chosen);
void add_serve(CLI::App& app, Verb& chosen, const std::string& version);
void add_site(CLI::App& app, Verb& chosen);
void add_version(CLI::App& app, Verb& chosen, const std::string& version);

/// No verb: the check-in, the clearance, the plan, the session and what follows.
int give_massage(const Globals& globals);

}  // namespace thenar::cli
