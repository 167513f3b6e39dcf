# Proves that tests/architecture.cmake fails when it should: a tree with one offence of each kind, and one without any.
# Usage: cmake -DSCRATCH=<folder to write in> -P tests/architecture_test.cmake
cmake_minimum_required(VERSION 3.25)

function(run_on tree)
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${tree} -P ${CMAKE_CURRENT_LIST_DIR}/architecture.cmake
    RESULT_VARIABLE result ERROR_VARIABLE said OUTPUT_VARIABLE said)
  set(result "${result}" PARENT_SCOPE)
  set(said "${said}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE "${SCRATCH}")
set(good "${SCRATCH}/good")
file(WRITE "${good}/model/money.hpp" [=[
// Not a double: "float" in words is no offence.
#pragma once
#include <string>
struct Money { Money(double) = delete; };
]=])
file(WRITE "${good}/dsl/grammar.cpp" "#include <boost/spirit/home/x3.hpp>\n#include <fmt/format.h>\n#include \"model/money.hpp\"\n")
file(WRITE "${good}/intake/toml/toml.cpp" "#include <toml++/toml.h>\nconst char quote = '\"'; const char* word = \"a float\";\n")
file(WRITE "${good}/intake/xml/xml.cpp" "#include <libxml/parser.h>\n")
file(WRITE "${good}/cli/options/read.cpp" "#include <CLI/CLI.hpp>\n#include \"checker/judge/check.hpp\"\n#include \"dsl/load.hpp\"\n")
file(WRITE "${good}/reports/text.cpp" "double seconds();\n")
string(REPEAT "\n" 400 just_short_enough)
file(WRITE "${good}/checker/long.cpp" "${just_short_enough}")

run_on("${good}")
if(NOT result EQUAL 0)
  message(FATAL_ERROR "A tree without an offence was refused:\n${said}")
endif()

set(bad "${SCRATCH}/bad")
file(WRITE "${bad}/model/arrow.hpp" "#pragma once\n#include \"checker/check.hpp\"\n")
file(WRITE "${bad}/model/bare.hpp" "int bare();\n")
file(WRITE "${bad}/model/foreign.hpp" "#pragma once\n#include <fmt/format.h>\n")
file(WRITE "${bad}/model/inexact.hpp" "#pragma once\nstruct Money { double dollars; };\n")
file(WRITE "${bad}/dsl/read.cpp" "#include \"intake/census.hpp\"\n  #  include <boost/spirit/home/x3.hpp>\n")
file(WRITE "${bad}/dsl/ast.hpp" "#pragma once\n#include <boost/variant.hpp>\n")
file(WRITE "${bad}/intake/csv/csv.cpp" "#include <toml++/toml.h>\n#include <libxml/parser.h>\nfloat cell(int);\n")
file(WRITE "${bad}/checker/check.cpp" "#include \"dsl/load.hpp\"\n#include \"check.hpp\"\n")
string(REPEAT "\n" 401 too_long)
file(WRITE "${bad}/checker/long.cpp" "${too_long}")
file(WRITE "${bad}/reports/json.cpp" "#include \"checker/check.hpp\"\n#include <CLI/CLI.hpp>\n")
file(WRITE "${bad}/checker/law/limit.cpp" "#include \"checker/judge/check.hpp\"\n#include \"checker/law/figures.hpp\"\n")

file(WRITE "${bad}/run/batch.cpp" "#include \"checker/year/resolve.hpp\"\n#include \"cli/console.hpp\"\n")

file(WRITE "${bad}/intake/columns/heads.cpp" "#include \"intake/csv/csv_rows.hpp\"\n#include \"intake/shown.hpp\"\n")

set(expected
  "intake/columns/heads.cpp: intake/columns/ may not include from intake/csv/"
  "run/batch.cpp: checker/year/resolve.hpp is no face of checker/"
  "run/batch.cpp: run/ may not include from cli/"
  "checker/law/limit.cpp: checker/law/ may not include from checker/judge/"
  "model/arrow.hpp: model/ may not include from checker/"
  "model/bare.hpp: a header needs #pragma once"
  "model/foreign.hpp: a header may include standard headers and our own, not <fmt/format.h>"
  "model/inexact.hpp: double has no place near money, rates or dates"
  "dsl/read.cpp: dsl/ may not include from intake/"
  "dsl/read.cpp: <boost/spirit/home/x3.hpp> may be included in dsl/grammar.cpp only"
  "dsl/ast.hpp: <boost/variant.hpp> may be included in dsl/grammar.cpp only"
  "intake/csv/csv.cpp: <toml++/toml.h> may be included in intake/toml/toml.cpp only"
  "intake/csv/csv.cpp: <libxml/parser.h> may be included in intake/xml/xml.cpp only"
  "intake/csv/csv.cpp: float has no place near money, rates or dates"
  "checker/check.cpp: checker/ may not include from dsl/"
  "checker/check.cpp: \"check.hpp\" is not a path from the project's folder"
  "checker/long.cpp: 401 lines are more than 400: it has more than one subject"
  "reports/json.cpp: reports/ may not include from checker/"
  "reports/json.cpp: <CLI/CLI.hpp> may be included in cli/options/ only")

run_on("${bad}")
if(result EQUAL 0)
  message(FATAL_ERROR "A tree full of offences was accepted.")
endif()
foreach(sentence IN LISTS expected)
  string(FIND "${said}" "${sentence}\n" at)
  if(at EQUAL -1)
    message(SEND_ERROR "Not said: ${sentence}")
  endif()
endforeach()
list(LENGTH expected count)
if(NOT said MATCHES "broken in ${count} places")
  message(SEND_ERROR "Expected ${count} offences and no more:\n${said}")
endif()
