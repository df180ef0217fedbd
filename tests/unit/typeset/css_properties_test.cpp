#include "common/typeset/css_properties.h"

#include <gtest/gtest.h>

namespace lectern::typeset {
namespace {

/// "--a=1 --b=2 +3": the properties, and how much else there was.
std::string summary(std::string_view css) {
  const CssProperties read = read_css_properties(css);
  std::string text;
  for (const auto& [name, value] : read.values) text += name + "=" + value.text + " ";
  return text + "+" + std::to_string(read.other_count);
}

TEST(CssProperties, AreTakenFromRulesForTheRoot) {
  EXPECT_EQ(summary(":root{--a:1;--b: 2 }"), "--a=1 --b=2 +0");
  EXPECT_EQ(summary("body, :root { --a: 1; color: red }"), "--a=1 +1");
  EXPECT_EQ(summary(":root { --a: 1 } .reveal { --a: 2 } :root { --a: 3 !important; }"), "--a=3 +1");
  EXPECT_EQ(summary(""), "+0");
}

TEST(CssProperties, AllElseIsCountedAndSkipped) {
  EXPECT_EQ(
      summary(
          "@import url(a;b.css); @media print { :root { --a: 1 } } h1 { a { b { c: d } } } :root { --a: 2 }"),
      "--a=2 +3");
  EXPECT_EQ(read_css_properties("\n:root { --a: 1 }\n\nh1 { }\nh2 { }").first_other_line, 4);
}

TEST(CssProperties, KeepSeparatorsInStringsAndBrackets) {
  EXPECT_EQ(summary(R"(:root { --a: "x;}" ; --b: url(data:a;b}) })"), R"(--a="x;}" --b=url(data:a;b}) +0)");
  EXPECT_EQ(summary(R"(:root { --a: "x\";y"; --b: 1 })"), R"(--a="x\";y" --b=1 +0)");
}

TEST(CssProperties, CommentsAreNothing) {
  EXPECT_EQ(summary("/* :root { --a: 1 } */ :root /**/ { --b: /* ; */ 2; /* --c: 3; */ }"), "--b=2 +0");
}

TEST(CssProperties, WhatIsNotClosedEndsWithTheText) {
  EXPECT_EQ(summary(":root { --a: 1"), "--a=1 +0");
  EXPECT_EQ(summary(":root { --a: 1; --b: \"2"), "--a=1 --b=\"2 +0");
  EXPECT_EQ(summary(":root { --a: 1; /* --b: 2"), "--a=1 +0");
  EXPECT_EQ(summary("h1 { :root { --a: 1 }"), "+1");
  EXPECT_EQ(summary("}}} :root { --a: 1 }"), "--a=1 +3");
  EXPECT_EQ(summary(":root { --a: (1; --b: 2 }"), "--a=(1; --b: 2 } +0");
}

TEST(CssProperties, KnowTheirLines) {
  EXPECT_EQ(read_css_properties("/*\n*/\n:root {\n --a:\n 1; }").values.at("--a").line, 4);
}

TEST(CssProperties, ReferToOneAnother) {
  const CssProperties read = read_css_properties(
      ":root { --a: var( --b ); --b: red; --c: var(--none, var(--a)); --d: var(--none); --e: var(--e); --f: "
      "x var(--b) }");
  const auto value = [&](const char* name) { return resolved(read, read.values.at(name).text); };
  EXPECT_EQ(value("--a"), "red");
  EXPECT_EQ(value("--c"), "red");
  EXPECT_EQ(value("--d"), std::nullopt);
  EXPECT_EQ(value("--e"), std::nullopt);
  EXPECT_EQ(value("--f"), "x var(--b)");
}

}  // namespace
}  // namespace lectern::typeset
