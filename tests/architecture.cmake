# Holds the code to the arrows between its folders: one sentence an offence, and a failure if there is any.
# Usage: cmake -DROOT=<project> -P tests/architecture.cmake
cmake_minimum_required(VERSION 3.25)
if(NOT IS_DIRECTORY "${ROOT}/model")
  message(FATAL_ERROR "ROOT must be the project's folder, not '${ROOT}'.")
endif()

set(folders model dsl intake checker reports run cli)
set(may_include_model model)
set(may_include_dsl dsl model)
set(may_include_intake intake model)
set(may_include_checker checker model)
set(may_include_reports reports model)
set(may_include_run model dsl intake checker reports run)
set(may_include_cli ${folders})

# The rooms of checker, each with those it may include from: the law at the ground, and what is asked of it above.
set(checker_law law)
set(checker_terms law terms)
set(checker_year law terms year)
set(judgement law terms year judge acp lint)
set(checker_judge ${judgement})
set(checker_acp ${judgement})
set(checker_lint ${judgement})
set(checker_compare ${judgement} compare)
set(checker_advice ${judgement} advice)

# The rooms of intake: tables of text below, the meaning of columns, people, and above them the kinds of file.
set(intake_toml toml)
set(intake_limits toml limits)
set(intake_columns toml columns)
set(intake_census columns census)
set(intake_csv columns census csv)
set(intake_xml columns census csv xml)
set(intake_xlsx columns xml xlsx)
set(intake_cases toml columns census cases)

# What a folder shows to those above it. Its other headers are its own.
set(faces_dsl findings.hpp format.hpp load.hpp)
set(faces_intake cases/cases.hpp census.hpp census/issues.hpp census/rejects.hpp csv/block_census.hpp
  csv/census_stream.hpp csv/repeated_ids.hpp csv/stream.hpp file_kind.hpp findings.hpp
  limits/limits.hpp limits/prices.hpp participants_seen.hpp toml/toml.hpp xml/xml_census.hpp)
set(faces_checker acp/acp.hpp acp/acp_of_people.hpp acp/acp_of_plan.hpp advice/conversion.hpp advice/elect.hpp
  advice/ira_backdoor.hpp advice/plan_kinds.hpp advice/project.hpp advice/split.hpp compare/comparison.hpp findings.hpp
  judge/batch.hpp judge/check.hpp judge/reached.hpp law/cost_of_living.hpp lint/lint.hpp lint/rules.hpp)

# Libraries with one home each: how their headers begin, and the only file, or folder, that may include them.
set(homes
  "^boost/=dsl/grammar.cpp"
  "^toml(\\+\\+|\\.hpp)=intake/toml/toml.cpp"
  "^libxml=intake/xml/xml.cpp"
  "^minizip/=intake/xlsx/zip.cpp"
  "^xlsxwriter=reports/xlsx/"
  "^CLI/=cli/options/")

set(exact_folders model dsl intake checker)
set(longest 400)

function(offence sentence)
  message("${sentence}")
  set_property(GLOBAL APPEND PROPERTY offences offence)
endfunction()

function(check_library_include file header)
  foreach(row IN LISTS homes)
    string(REGEX REPLACE "=.*" "" beginning "${row}")
    string(REGEX REPLACE ".*=" "" home "${row}")
    string(FIND "${file}" "${home}" at)
    if(header MATCHES "${beginning}" AND NOT at EQUAL 0)
      offence("${file}: <${header}> may be included in ${home} only")
      return()
    endif()
  endforeach()
  if(file MATCHES "\\.hpp$" AND header MATCHES "[./]")
    offence("${file}: a header may include standard headers and our own, not <${header}>")
  endif()
endfunction()

function(check_own_include file folder header)
  string(REGEX REPLACE "/.*" "" target "${header}")
  string(REGEX MATCH "/(.*)$" inner "${header}")
  set(inner "${CMAKE_MATCH_1}")
  if(NOT header MATCHES "/" OR NOT target IN_LIST folders)
    offence("${file}: \"${header}\" is not a path from the project's folder")
  elseif(NOT target IN_LIST may_include_${folder})
    offence("${file}: ${folder}/ may not include from ${target}/")
  elseif(NOT target STREQUAL folder AND DEFINED faces_${target} AND NOT inner IN_LIST faces_${target})
    offence("${file}: ${header} is no face of ${target}/")
  elseif(file MATCHES "^(checker|intake)/([a-z]+)/")
    set(room "${CMAKE_MATCH_2}")
    if(header MATCHES "^${folder}/([a-z]+)/" AND NOT CMAKE_MATCH_1 IN_LIST ${folder}_${room})
      offence("${file}: ${folder}/${room}/ may not include from ${folder}/${CMAKE_MATCH_1}/")
    endif()
  endif()
endfunction()

# The text without literals, comments and deleted functions, where a word may stand without being used.
function(code_of text result)
  string(REGEX REPLACE "'\\\\?\"'" "" text "${text}")
  string(REGEX REPLACE "\"([^\"\\\\\n]|\\\\.)*\"" "" text "${text}")
  string(REGEX REPLACE "//[^\n]*" "" text "${text}")
  string(REGEX REPLACE "[^\n]*= delete;" "" text "${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

function(check_file file folder)
  file(READ "${ROOT}/${file}" text)
  set(text "\n${text}")

  string(REGEX MATCHALL "\n[ \t]*#[ \t]*include[ \t]*[<\"][^>\"\n;]+" includes "${text}")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE ".*[<\"]" "" header "${include}")
    if(include MATCHES "<")
      check_library_include(${file} "${header}")
    else()
      check_own_include(${file} ${folder} "${header}")
    endif()
  endforeach()

  if(file MATCHES "\\.hpp$" AND NOT text MATCHES "\n#pragma once")
    offence("${file}: a header needs #pragma once")
  endif()

  code_of("${text}" code)
  if(folder IN_LIST exact_folders AND code MATCHES "(^|[^A-Za-z0-9_])(double|float)([^A-Za-z0-9_]|$)")
    offence("${file}: ${CMAKE_MATCH_2} has no place near money, rates or dates")
  endif()

  string(REGEX REPLACE "[^\n]" "" line_ends "${text}")
  string(LENGTH "${line_ends}" lines)
  math(EXPR lines "${lines} - 1")
  if(lines GREATER longest)
    offence("${file}: ${lines} lines are more than ${longest}: it has more than one subject")
  endif()
endfunction()

foreach(folder IN LISTS folders)
  file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/${folder}/*.hpp" "${ROOT}/${folder}/*.cpp")
  foreach(file IN LISTS files)
    check_file(${file} ${folder})
  endforeach()
endforeach()

get_property(offences GLOBAL PROPERTY offences)
list(LENGTH offences count)
if(count)
  message(FATAL_ERROR "The architecture is broken in ${count} places.")
endif()
