// Where this checkout and the program under test stand. Only places.cpp knows, so that the tests
// compile to the same objects in every checkout.
#pragma once

#include <string>

namespace rothcheck::tests {

/// A path of the project, such as "plans".
std::string project(const std::string& path = "");

/// The program under test.
std::string program();

}  // namespace rothcheck::tests
