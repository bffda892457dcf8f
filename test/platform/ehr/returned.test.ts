// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { takeEhrReturn } from '../../../src/platform/ehr/returned'
import { STATE } from './support'

const at = (search: string): void => window.history.replaceState(null, '', `/x/index.html${search}`)
const here = (): string => window.location.pathname + window.location.search + window.location.hash
beforeEach(() => at(''))

test('a code is read once and then gone from the address; the key of the launch stays', () => {
  at(`?code=a%2Bb%26c&state=${STATE}&iss=https%3A%2F%2Fehr&session_state=1&lang=es#x`)
  expect(takeEhrReturn()).toEqual({ state: STATE, code: 'a+b&c' })
  expect(here()).toBe(`/x/index.html?state=${STATE}&lang=es#x`)
  expect(takeEhrReturn()).toEqual({ state: STATE })
})

test('an error is taken out too, with the words of whoever wrote it', () => {
  at(`?error=access_denied&error_description=Call+555&state=${STATE}`)
  expect(takeEhrReturn()).toEqual({ state: STATE, error: 'access_denied' })
  expect(here()).toBe(`/x/index.html?state=${STATE}`)
})

test('the stand-alone viewer has nothing of it, and its address stays as it is', () => {
  at('?initialTab=scan&code=1')
  expect(takeEhrReturn()).toBeUndefined()
  expect(here()).toBe('/x/index.html?initialTab=scan&code=1')
})

test('what is said twice is said by nobody', () => {
  at(`?state=${STATE}&state=other&code=1`)
  expect(takeEhrReturn()).toEqual({ state: '' })
  at(`?state=${STATE}&code=1&code=2`)
  expect(takeEhrReturn()).toEqual({ state: '' })
})
