// How a file is named to a service that shows a repository: from its root, never by a path of the
// machine.
#pragma once

#include <string>
#include <string_view>

namespace rothcheck::reports {

/// Where a run stands. Both are absolute.
struct Repository {
  std::string root;  // of the repository; empty where there is none
  std::string here;  // what relative paths start from
};

/// `plans/acme.plan`. A file outside the repository has no name in it; it keeps what of its path
/// does not lead out.
std::string name_in(const Repository& repository, std::string_view path);

/// The name as a relative URI: UTF-8, percent-encoded where a URI needs it.
std::string as_uri(std::string_view name);

}  // namespace rothcheck::reports
